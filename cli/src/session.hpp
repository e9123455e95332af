#pragma once

#include "look.hpp"
#include "study.hpp"

#include <entente/core/error.hpp>
#include <entente/core/run.hpp>

#include <cstddef>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace entente::cli {

enum class TableFormat : std::uint8_t { table, csv, json };

/// What was asked for on the command line beside the study: nothing in it bears on a result.
struct Request {
  std::vector<std::string> names;  ///< of persons, or of the two inputs to compare, where the command asks for them
  std::string config;              ///< a study
  std::string output = "-";
  std::string folder;             ///< of the results of `run`
  std::string accounts;           ///< folder for what `resolve` did, and why
  std::string as;                 ///< format of an export
  std::string graph = "persons";  ///< what is exported: the network of persons, or the graph of persons and events
  std::string pseudonym_table;    ///< a file for what the tokens stand for
  std::vector<std::string> gold;  ///< files of annotations to measure by
  TableFormat format = TableFormat::table;
  std::optional<std::size_t> top;
  unsigned threads = 0;
  bool evidence = false;
  bool compare_weights = false;
  bool without_ties = false;
  bool explain = false;
  bool review = false;
  bool print_study = false;
  bool no_truth = false;
  bool quiet = false;
};

/// Where a command reads and writes.
struct Streams {
  std::istream& in;
  std::ostream& out;  ///< throws `ClosedPipe` or `Error` where it cannot be written
  std::ostream& err;
  Look out_look = {};
  Look err_look = {};
};

/// All that a command gets: what to do, how, and where to read and write.
struct Session {
  Study study;
  Request request;
  Run run;
  Streams streams;
};

/// How the output of a command looks, which may be a file.
[[nodiscard]] Look look_of_output(const Session& session);

/// Wipes a line of progress off the terminal, so that something else can be told there.
void clear_progress(const Session& session);

/// Prints "entente: message" to the error output, harmless for terminals.
void complain(const Session& session, const std::string& message);

}  // namespace entente::cli
