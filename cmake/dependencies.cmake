# Everything comes from the distribution's packages; the README's table says what each is for.
find_package(CLI11 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(nlohmann_json REQUIRED)
find_package(fmt REQUIRED)
find_package(pugixml REQUIRED)
find_package(cereal REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
find_path(RANDOM123_INCLUDE_DIR Random123/philox.h REQUIRED)

add_library(grader_random123 INTERFACE)
target_include_directories(grader_random123 SYSTEM INTERFACE ${RANDOM123_INCLUDE_DIR})

# The target is called yaml-cpp in 0.7 and yaml-cpp::yaml-cpp from 0.8 on.
add_library(grader_yaml INTERFACE)
if(TARGET yaml-cpp::yaml-cpp)
  target_link_libraries(grader_yaml INTERFACE yaml-cpp::yaml-cpp)
else()
  target_link_libraries(grader_yaml INTERFACE yaml-cpp)
endif()
