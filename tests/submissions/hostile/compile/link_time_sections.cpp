// exercise: vectors/unit
// attack: has sections of link-time optimisation that are none, in an object that another solution is linked with
// verdict: accepted

#include "vectors/unit.hpp"

asm(".section .gnu.lto_.opts,\"e\",@progbits\n.ascii \"nonsense\"\n.previous");
asm(".section .gnu.lto_.symtab.1,\"e\",@progbits\n.ascii \"nonsense\"\n.previous");

UnitResult unit(const Eigen::VectorXd& x) { return {x.norm(), std::abs(x.norm() - 1) <= 1e-9}; }
