// Eigen's decompositions take a compiler long: 8 seconds for JacobiSVD, 30 for BDCSVD. For matrices of double
// they are compiled once, each in a file of its own that is linked where a solution uses it; what is declared
// here is not compiled with every solution. Part of the precompiled header, so that solutions need not know
// of it.
#ifndef GRADER_DECOMPOSITIONS_HPP
#define GRADER_DECOMPOSITIONS_HPP

#include <Eigen/Dense>

// Some of these functions are Eigen's own affair: another version may not have them in this form.
#if EIGEN_WORLD_VERSION == 3 && EIGEN_MAJOR_VERSION == 4
#define GRADER_DECOMPOSITIONS 1

namespace Eigen {

extern template class BDCSVD<MatrixXd>;
extern template class JacobiSVD<MatrixXd>;
extern template class SelfAdjointEigenSolver<MatrixXd>;
extern template SelfAdjointEigenSolver<MatrixXd>& SelfAdjointEigenSolver<MatrixXd>::compute<MatrixXd>(
    const EigenBase<MatrixXd>&, int);

namespace internal {

extern template ComputationInfo computeFromTridiagonal_impl<MatrixXd, VectorXd, VectorXd>(VectorXd&,
                                                                                          VectorXd&,
                                                                                          const Index, bool,
                                                                                          MatrixXd&);
extern template void tridiagonalization_inplace<MatrixXd, VectorXd, VectorXd, VectorXd>(MatrixXd&, VectorXd&,
                                                                                        VectorXd&, VectorXd&,
                                                                                        bool);

}  // namespace internal
}  // namespace Eigen

#endif
#endif  // GRADER_DECOMPOSITIONS_HPP
