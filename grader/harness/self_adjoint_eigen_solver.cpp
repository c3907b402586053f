#include "decompositions.hpp"

#ifdef GRADER_DECOMPOSITIONS
namespace Eigen {

template class SelfAdjointEigenSolver<MatrixXd>;
template SelfAdjointEigenSolver<MatrixXd>& SelfAdjointEigenSolver<MatrixXd>::compute<MatrixXd>(
    const EigenBase<MatrixXd>&, int);

namespace internal {

template ComputationInfo computeFromTridiagonal_impl<MatrixXd, VectorXd, VectorXd>(VectorXd&, VectorXd&,
                                                                                   const Index, bool,
                                                                                   MatrixXd&);
template void tridiagonalization_inplace<MatrixXd, VectorXd, VectorXd, VectorXd>(MatrixXd&, VectorXd&,
                                                                                 VectorXd&, VectorXd&, bool);

}  // namespace internal
}  // namespace Eigen
#endif
