#include "report_page.hpp"

#include "shown_study.hpp"
#include "test_options.hpp"

#include <entente/analysis/backbone.hpp>
#include <entente/analysis/tie_tests.hpp>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_persons_drawn = 20'000;
constexpr std::size_t most_ties_drawn = 100'000;

std::vector<std::vector<std::string>> other_forms(const EventGraph& graph, const std::vector<Identity>& identities) {
  std::vector<std::vector<std::string>> forms(graph.num_persons());
  for (const Identity& one : identities) {
    const PersonId person = graph.find_person(one.person);
    if (person != PersonId::invalid() && one.form != graph.persons().name[person.index()])
      forms[person.index()].push_back(one.form);
  }
  return forms;
}

EventId find_event(const EventGraph& graph, std::string_view id) {
  const StringColumn& ids = graph.events().id;
  std::size_t low = 0;
  std::size_t high = ids.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (ids[middle] < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < ids.size() && ids[low] == id ? EventId(static_cast<std::uint32_t>(low)) : EventId::invalid();
}

std::vector<std::vector<Evidence>> sentences_of(const EventGraph& graph, const ResolvedRecords& resolved) {
  std::vector<std::vector<Evidence>> sentences(graph.num_events());
  for (std::size_t place = 0; place < resolved.size(); ++place) {
    Record record = resolved[place];
    const EventId event = find_event(graph, record.id);
    if (event != EventId::invalid()) sentences[event.index()] = std::move(record.evidence);
  }
  return sentences;
}

std::vector<std::uint8_t> ties_made_by(const Session& session, const EventGraph& graph) {
  const ProjectionOptions options = projection_options(session.study);
  std::vector<std::uint8_t> makes(graph.num_events(), 1);
  for (std::size_t event = 0; event < makes.size(); ++event) {
    const std::size_t size = graph.participants_of(EventId(static_cast<std::uint32_t>(event))).size();
    const bool is_left_out =
        options.large_events == LargeEvents::leave_out && options.max_event_size > 0 && size > options.max_event_size;
    const double factor = options.type_factors.at(static_cast<std::size_t>(graph.events().type[event]));
    if (is_left_out || factor == 0) makes[event] = 0;
  }
  return makes;
}

NullModel model_of(const Study& study) {
  switch (study.pairs.test) {
    case PairTest::hypergeometric:
      return NullModel::hypergeometric;
    case PairTest::fdsm:
      return NullModel::fdsm;
    case PairTest::none:
    case PairTest::sdsm:
      break;
  }
  return NullModel::sdsm;
}

/// Where the model cannot be fitted, the page does without a test.
void add_test(const Session& session, const Material& material, ReportDocument& report) {
  const NullModel model = model_of(session.study);
  try {
    const TieTests tests =
        test_ties(material.graph, report.document.network, test_options(session.study, model), session.run);
    for (const double log_q : tests.log_q) report.adjusted_p.push_back(std::exp(log_q));
    report.test = fmt::format("{}, adjusted by {}", null_model_names()[static_cast<std::size_t>(model)],
                              correction_names()[static_cast<std::size_t>(session.study.testing.correction)]);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::limit_exceeded) throw;
  }
}

/// The heaviest tie of each person, the first of equal ones.
std::vector<Tie> strongest_ties(const PersonNetwork& network) {
  std::vector<Tie> ties;
  for (std::size_t person = 0; person < network.num_persons(); ++person) {
    const PersonId a(static_cast<std::uint32_t>(person));
    const auto weights = network.weights_of(a);
    if (weights.empty()) continue;
    const auto heaviest = static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin());
    ties.push_back(*network.tie(a, network.neighbours_of(a)[heaviest]));
  }
  return ties;
}

bool precedes(const Tie& x, const Tie& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; }

std::string attribute_of(const std::optional<Attribute>& by) {
  if (!by) return {};
  switch (*by) {
    case Attribute::country:
      return "country";
    case Attribute::position:
      return "position";
    case Attribute::organisation:
      return "organisation";
  }
  return {};
}

/// Files and folders without what leads to them: a page is sent to others.
std::vector<std::string> names_of_inputs(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    std::filesystem::path one = std::filesystem::path(path).lexically_normal();
    if (one.filename().empty()) one = one.parent_path();
    names.push_back(one.filename().empty() ? path : one.filename().string());
  }
  return names;
}

}  // namespace

ReportDocument report_of(const Session& session, const Material& material, const ResolvedRecords& resolved,
                         const NetworkDocument& document, const Summary& summary, const std::filesystem::path& folder) {
  ReportDocument report{
      .document = document,
      .forms = other_forms(material.graph, resolved.identities),
      .sentences = {},
      .makes_ties = ties_made_by(session, material.graph),
      .adjusted_p = {},
      .by = attribute_of(session.study.network.by),
      .inputs = names_of_inputs(session.study.input.paths),
      .test = {},
      .summary = to_json(summary),
      .study = to_yaml(shown_study(session.study, resolved.pseudonyms().get()), {.comments = false, .base = folder}),
      .version = std::string(version())};
  if (session.study.evidence.quotes) report.sentences = sentences_of(material.graph, resolved);
  if (document.network.num_ties() > 0) add_test(session, material, report);
  return report;
}

std::optional<PersonNetwork> network_for_page(const Session& session, const Material& material) {
  const PersonNetwork& all = material.network;
  if (all.num_persons() <= most_persons_drawn && all.num_ties() <= most_ties_drawn) return std::nullopt;
  std::vector<Tie> ties = backbone(all, {}, session.run).ties();
  std::ranges::stable_sort(ties, [](const Tie& x, const Tie& y) { return x.weight > y.weight; });
  ties.resize(std::min(ties.size(), most_ties_drawn));
  const std::vector<Tie> strongest = strongest_ties(all);
  ties.insert(ties.end(), strongest.begin(), strongest.end());
  std::ranges::sort(ties, precedes);
  const auto repeated = std::ranges::unique(ties);
  ties.erase(repeated.begin(), repeated.end());
  return PersonNetwork(all.num_persons(), std::move(ties));
}

}  // namespace entente::cli
