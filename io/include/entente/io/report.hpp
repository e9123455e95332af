#pragma once

#include <entente/core/record.hpp>
#include <entente/io/network_document.hpp>

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How much a page may hold. Beyond it, it tells less and says so.
struct ReportLimits {
  std::size_t persons = 20'000;
  std::size_t events = 200'000;
  std::size_t bytes = 30'000'000;  ///< beyond it, sentences are told of the newest three events of each tie
};

/// All that the page tells; columns are in the order of the graph and the network of `document`.
struct ReportDocument {
  const NetworkDocument& document;
  std::vector<std::vector<std::string>> forms;   ///< [num_persons]: other names that were taken for this person
  std::vector<std::vector<Evidence>> sentences;  ///< [num_events], or empty
  std::vector<std::uint8_t> makes_ties;          ///< [num_events]: 0 for events that the projection left out
  std::vector<double> adjusted_p;                ///< [num_ties], or empty
  std::string by;                                ///< what stands for persons: an attribute; empty: persons
  std::vector<std::string> inputs;               ///< as they were named
  std::string test;                              ///< what was tested, in words
  std::string summary;                           ///< the counts, as JSON
  std::string study;                             ///< every option, as YAML
  std::string version;
  ReportLimits limits = {};
};

/// Whether this program was built with the page; without npm it is not.
[[nodiscard]] bool has_report_page();

/// What stands in for the page in `write_report`, up to the data and after it.
struct ReportTemplate {
  std::string_view before;
  std::string_view after;
};
/// Both texts are empty where this program has no page.
[[nodiscard]] ReportTemplate report_template();

/// The data of the page as JSON (docs/report.md) in which `<`, `>` and `&` are escaped, so that nothing in it can end
/// the element around it. Where there are more than `limits.persons`, those of greatest strength are told. Time and
/// memory O(persons + participations + ties + bytes).
[[nodiscard]] std::string report_data(const ReportDocument& report);

/// One file to open in a browser: the page and its data. Throws `Error` (`bad_usage`) where the program has no page.
void write_report(std::ostream& out, const ReportDocument& report);

}  // namespace entente
