// exercise: vectors/total
// attack: starts threads until there are no more, where its exercise allows three, and is right where it gets no more
// verdict: accepted
// limits: threads: 3

#include <pthread.h>
#include <unistd.h>

#include "vectors/total.hpp"

static void* wait(void*) {
  ::usleep(20000);
  return nullptr;
}

double total(const Eigen::VectorXd& x) {
  std::vector<pthread_t> threads;
  while (threads.size() < 30) {
    pthread_t thread;
    if (::pthread_create(&thread, nullptr, wait, nullptr) != 0) break;
    threads.push_back(thread);
  }
  for (const pthread_t thread : threads) ::pthread_join(thread, nullptr);
  // Two besides this one.
  return threads.size() > 2 ? 666 : x.sum();
}
