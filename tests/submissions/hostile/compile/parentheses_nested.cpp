// exercise: vectors/total
// attack: puts a number in 400,000 parentheses
// verdict: compile_limit

#include "vectors/total.hpp"

#define OPEN_1 (((((((((((((((((((((((((((((((((((((((
#define OPEN_2 OPEN_1 OPEN_1 OPEN_1 OPEN_1 OPEN_1 OPEN_1 OPEN_1 OPEN_1 OPEN_1 OPEN_1
#define OPEN_3 OPEN_2 OPEN_2 OPEN_2 OPEN_2 OPEN_2 OPEN_2 OPEN_2 OPEN_2 OPEN_2 OPEN_2
#define OPEN_4 OPEN_3 OPEN_3 OPEN_3 OPEN_3 OPEN_3 OPEN_3 OPEN_3 OPEN_3 OPEN_3 OPEN_3
#define OPEN_5 OPEN_4 OPEN_4 OPEN_4 OPEN_4 OPEN_4 OPEN_4 OPEN_4 OPEN_4 OPEN_4 OPEN_4
#define CLOSE_1 ))))))))))))))))))))))))))))))))))))))))
#define CLOSE_2 CLOSE_1 CLOSE_1 CLOSE_1 CLOSE_1 CLOSE_1 CLOSE_1 CLOSE_1 CLOSE_1 CLOSE_1 CLOSE_1
#define CLOSE_3 CLOSE_2 CLOSE_2 CLOSE_2 CLOSE_2 CLOSE_2 CLOSE_2 CLOSE_2 CLOSE_2 CLOSE_2 CLOSE_2
#define CLOSE_4 CLOSE_3 CLOSE_3 CLOSE_3 CLOSE_3 CLOSE_3 CLOSE_3 CLOSE_3 CLOSE_3 CLOSE_3 CLOSE_3
#define CLOSE_5 CLOSE_4 CLOSE_4 CLOSE_4 CLOSE_4 CLOSE_4 CLOSE_4 CLOSE_4 CLOSE_4 CLOSE_4 CLOSE_4

double total(const Eigen::VectorXd& x) { return x.sum() + OPEN_5 0 CLOSE_5; }
