// Both directions of the bipartite graph are made by counting: the participants of each event are copied to their place
// and sorted there, many events at a time; then every person's events follow in the order of events.
#include "graph_assembly.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t assembled_events_a_block = 8192;

struct Participation {
  std::uint32_t person;
  std::optional<Role> role;
};

}  // namespace

class GraphAssembler {
 public:
  GraphAssembler(PersonColumns persons, EventColumns events, const ToldParticipations& told,
                 std::span<const std::uint32_t> order, const Run& run)
      : told_(told), order_(order), run_(run) {
    graph_.persons_ = std::move(persons);
    graph_.columns_ = std::move(events);
  }

  EventGraph assemble() {
    place_participants();
    if (repeated()) close_gaps();
    follow_persons();
    return std::move(graph_);
  }

 private:
  [[nodiscard]] std::size_t num_events() const { return told_.ends.size(); }
  [[nodiscard]] std::size_t told_event(std::size_t event) const { return order_.empty() ? event : order_[event]; }

  void place_participants() {
    graph_.event_offsets_.assign(num_events() + 1, 0);
    for (std::size_t event = 0; event < num_events(); ++event) {
      const std::size_t from = told_event(event);
      graph_.event_offsets_[event + 1] =
          graph_.event_offsets_[event] + told_.ends[from] - (from == 0 ? 0 : told_.ends[from - 1]);
    }
    graph_.participants_.resize(told_.persons.size());
    graph_.roles_.resize(told_.persons.size());
    kept_.resize(num_events());
    std::vector<std::vector<Participation>> of_workers(num_workers(run_));
    for_blocks(run_, num_events(), assembled_events_a_block,
               [&](std::size_t begin, std::size_t end, std::size_t worker) {
                 for (std::size_t event = begin; event < end; ++event) place(event, of_workers[worker]);
               });
  }

  void place(std::size_t event, std::vector<Participation>& all) {
    const std::size_t from = told_event(event);
    all.clear();
    for (std::uint64_t i = from == 0 ? 0 : told_.ends[from - 1]; i < told_.ends[from]; ++i) {
      all.push_back({told_.persons[i], told_.roles[i]});
    }
    std::ranges::sort(all, [](const Participation& a, const Participation& b) {
      return a.person != b.person ? a.person < b.person : std::tuple(!a.role, a.role) < std::tuple(!b.role, b.role);
    });
    const auto repeated = std::ranges::unique(all, {}, &Participation::person);
    all.erase(repeated.begin(), repeated.end());
    std::uint64_t to = graph_.event_offsets_[event];
    for (const Participation& one : all) {
      graph_.participants_[to] = PersonId(one.person);
      graph_.roles_[to++] = one.role;
    }
    kept_[event] = static_cast<std::uint32_t>(all.size());
  }

  [[nodiscard]] bool repeated() const {
    std::uint64_t kept = 0;
    for (const std::uint32_t one : kept_) kept += one;
    return kept < told_.persons.size();
  }

  void close_gaps() {
    std::uint64_t to = 0;
    for (std::size_t event = 0; event < num_events(); ++event) {
      const std::uint64_t from = graph_.event_offsets_[event];
      graph_.event_offsets_[event] = to;
      for (std::uint32_t i = 0; i < kept_[event]; ++i, ++to) {
        graph_.participants_[to] = graph_.participants_[from + i];
        graph_.roles_[to] = graph_.roles_[from + i];
      }
    }
    graph_.event_offsets_[num_events()] = to;
    graph_.participants_.resize(to);
    graph_.roles_.resize(to);
  }

  void follow_persons() {
    const std::size_t n = graph_.persons_.id.size();
    graph_.person_offsets_.assign(n + 1, 0);
    for (const PersonId person : graph_.participants_) ++graph_.person_offsets_[person.index() + 1];
    for (std::size_t person = 0; person < n; ++person) {
      graph_.person_offsets_[person + 1] += graph_.person_offsets_[person];
    }
    HugeVector<std::uint64_t> next(graph_.person_offsets_.begin(), graph_.person_offsets_.end() - 1);
    graph_.events_.resize(graph_.participants_.size());
    for (std::size_t event = 0; event < num_events(); ++event) {
      for (const PersonId person : graph_.participants_of(EventId(event))) {
        graph_.events_[next[person.index()]++] = EventId(event);
      }
    }
  }

  const ToldParticipations& told_;
  std::span<const std::uint32_t> order_;
  const Run& run_;
  EventGraph graph_;
  std::vector<std::uint32_t> kept_;  // of the participations of each event
};

EventGraph assemble(PersonColumns persons, EventColumns events, const ToldParticipations& told,
                    std::span<const std::uint32_t> order, const Run& run) {
  return GraphAssembler(std::move(persons), std::move(events), told, order, run).assemble();
}

}  // namespace entente
