// verdict: wrong_answer
// fails: worked-example
// Makes a unit vector of u, but not of v.
#include "embeddings/cosine_similarity.hpp"

double cosine_similarity(const Eigen::VectorXd& u, const Eigen::VectorXd& v) { return u.normalized().dot(v); }
