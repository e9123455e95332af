#include "build_information.hpp"

#include "study.hpp"

#include <CLI/Version.hpp>
#include <Eigen/Core>
#include <boost/version.hpp>
#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/uversion.h>

namespace entente::cli {

namespace {

#ifdef __clang__
constexpr std::string_view compiler = "clang " __clang_version__;
#else
constexpr std::string_view compiler = "gcc " __VERSION__;
#endif

constexpr int simdjson_version(int part) { return part; }  // they are enumerators

}  // namespace

std::string build_information() {
  return fmt::format(
      "entente {}\nbuilt by {}, {}\nwith Boost {}.{}.{}, CLI11 {}, Eigen {}.{}.{}, fmt {}.{}.{}, ICU {}, simdjson "
      "{}.{}.{}\n",
      version(), compiler, ENTENTE_BUILD_TYPE, BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100,
      CLI11_VERSION, EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION, FMT_VERSION / 10000,
      FMT_VERSION / 100 % 100, FMT_VERSION % 100, U_ICU_VERSION, simdjson_version(simdjson::SIMDJSON_VERSION_MAJOR),
      simdjson_version(simdjson::SIMDJSON_VERSION_MINOR), simdjson_version(simdjson::SIMDJSON_VERSION_REVISION));
}

}  // namespace entente::cli
