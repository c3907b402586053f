// exercise: vectors/total
// attack: makes sockets to this machine, its kernel and its host, and is right where they are refused
// verdict: accepted

#include <sys/socket.h>

#include "vectors/total.hpp"

double total(const Eigen::VectorXd& x) {
  int pair[2];
  bool made = ::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0;
  for (const int family : {AF_UNIX, AF_NETLINK, AF_PACKET, AF_VSOCK, AF_ALG, AF_BLUETOOTH, AF_CAN, AF_XDP})
    for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET})
      made = made || ::socket(family, type, 0) >= 0;
  return made ? 666 : x.sum();
}
