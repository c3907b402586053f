#pragma once

/// 1 in a build with AddressSanitizer, which has its own ways with memory; else 0. g++ and clang tell
/// differently.
#if defined(__SANITIZE_ADDRESS__)
#define GRADER_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GRADER_ADDRESS_SANITIZER 1
#endif
#endif
#ifndef GRADER_ADDRESS_SANITIZER
#define GRADER_ADDRESS_SANITIZER 0
#endif
