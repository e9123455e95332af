#include "network_files.hpp"

#include <entente/core/suggestion.hpp>
#include <entente/io/dot.hpp>
#include <entente/io/graphml.hpp>

#include <filesystem>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

void write_events(std::ostream& out, const NetworkDocument& document, const Session&) {
  write_graphml(out, document.graph);
}

void write_network(std::ostream& out, const NetworkDocument& document, const Session&) { write_graphml(out, document); }

void write_for_gephi(std::ostream& out, const NetworkDocument& document, const Session& session) {
  write_dot(out, document, {.profile = DotProfile::gephi, .max_persons = session.study.drawing.max_persons});
}

std::span<const NetworkFormat> network_formats() {
  static const std::vector<NetworkFormat> formats{
      {"graphml", {".graphml"}, true, write_network},
      {"dot", {".dot", ".gv"}, true, write_network_dot},
      {"dot-gephi", {}, true, write_for_gephi},
      {"events-graphml", {}, false, write_events},
  };
  return formats;
}

}  // namespace

void write_network_dot(std::ostream& out, const NetworkDocument& document, const Session& session) {
  write_dot(out, document, {.profile = DotProfile::graphviz, .max_persons = session.study.drawing.max_persons});
}

const NetworkFormat& network_format(const Session& session) {
  std::vector<std::string> names;
  std::vector<std::string> endings;
  const std::string ending = std::filesystem::path(session.request.output).extension().string();
  for (const NetworkFormat& format : network_formats()) {
    names.emplace_back(format.name);
    for (const std::string_view one : format.endings) {
      endings.emplace_back(one);
      if (session.request.as.empty() && one == ending) return format;
    }
    if (format.name == session.request.as) return format;
  }
  if (!session.request.as.empty()) {
    throw Error(ErrorCode::bad_usage,
                fmt::format("unknown format '{}'{}", session.request.as, did_you_mean(session.request.as, names)),
                {.field = "--as"}, fmt::format("known are {}", fmt::join(names, ", ")));
  }
  if (session.request.output == "-") {
    throw Error(ErrorCode::bad_usage, "the format is not known", {},
                fmt::format("name a file by -o, or a format by --as: {}", fmt::join(names, ", ")));
  }
  throw Error(ErrorCode::bad_usage, fmt::format("the ending '{}' stands for no known format", ending),
              {session.request.output},
              fmt::format("known endings are {}; or name a format by --as: {}", fmt::join(endings, ", "),
                          fmt::join(names, ", ")));
}

}  // namespace entente::cli
