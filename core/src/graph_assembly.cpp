// Both directions of the bipartite graph: the participants of each event are sorted where they stand, many events at a
// time; then every person's events follow in the order of events.
#include "graph_assembly.hpp"

#include "transposition.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t assembled_events_a_block = 8192;

// A participation as a number: by person, and of one person those with a told role first.
constexpr std::uint64_t untold = 0xFF;
std::uint64_t sortable(PersonId person, std::optional<Role> role) {
  return std::uint64_t{person.index()} << 8U | (role ? static_cast<std::uint64_t>(*role) : untold);
}
PersonId person_of(std::uint64_t sortable) { return PersonId(sortable >> 8U); }
std::optional<Role> role_of(std::uint64_t sortable) {
  const std::uint64_t role = sortable & untold;
  return role == untold ? std::nullopt : std::optional(static_cast<Role>(role));
}

}  // namespace

class GraphAssembler {
 public:
  GraphAssembler(PersonColumns persons, EventColumns events, const Run& run) : workers_(run) {
    graph_.persons_ = std::move(persons);
    graph_.columns_ = std::move(events);
  }

  EventGraph assemble(ToldParticipations told, std::span<const std::uint32_t> order) {
    if (!order.empty()) told = reordered(told, order);
    graph_.event_offsets_ = std::move(told.offsets);
    graph_.participants_ = std::move(told.persons);
    graph_.roles_ = std::move(told.roles);
    sort_participants();
    if (repeated()) close_gaps();
    follow_persons();
    return std::move(graph_);
  }

 private:
  ToldParticipations reordered(const ToldParticipations& told, std::span<const std::uint32_t> order) {
    ToldParticipations to;
    to.offsets.reserve(order.size() + 1);
    for (const std::uint32_t from : order) {
      to.offsets.push_back(to.offsets.back() + told.offsets[from + 1] - told.offsets[from]);
    }
    to.persons.resize(told.persons.size());
    to.roles.resize(told.roles.size());
    workers_.for_blocks(order.size(), assembled_events_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t event = begin; event < end; ++event) {
        const std::uint64_t from = told.offsets[order[event]];
        const std::uint64_t count = told.offsets[order[event] + 1] - from;
        std::copy_n(told.persons.data() + from, count, to.persons.data() + to.offsets[event]);
        std::copy_n(told.roles.data() + from, count, to.roles.data() + to.offsets[event]);
      }
    });
    return to;
  }

  [[nodiscard]] std::size_t num_events() const { return graph_.event_offsets_.size() - 1; }

  void sort_participants() {
    kept_.resize(num_events());
    workers_.for_blocks(num_events(), assembled_events_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      std::vector<std::uint64_t> scratch;
      for (std::size_t event = begin; event < end; ++event) {
        const std::size_t size = graph_.event_offsets_[event + 1] - graph_.event_offsets_[event];
        if (scratch.size() < size) scratch.resize(size);
        sort(event, std::span(scratch).first(size));
      }
    });
  }

  // `scratch` has room for the participants of the event.
  void sort(std::size_t event, std::span<std::uint64_t> scratch) {
    PersonId* const participants = graph_.participants_.data() + graph_.event_offsets_[event];
    std::optional<Role>* const roles = graph_.roles_.data() + graph_.event_offsets_[event];
    for (std::size_t i = 0; i < scratch.size(); ++i) scratch[i] = sortable(participants[i], roles[i]);
    std::ranges::sort(scratch);
    std::uint32_t kept = 0;
    for (std::size_t i = 0; i < scratch.size(); ++i) {
      const PersonId person = person_of(scratch[i]);
      if (kept > 0 && participants[kept - 1] == person) continue;
      participants[kept] = person;
      roles[kept++] = role_of(scratch[i]);
    }
    kept_[event] = kept;
  }

  [[nodiscard]] bool repeated() const {
    std::uint64_t kept = 0;
    for (const std::uint32_t one : kept_) kept += one;
    return kept < graph_.participants_.size();
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
    Transposition<std::monostate>(graph_.event_offsets_, graph_.participants_, n, workers_)
        .run([](std::uint64_t) { return std::monostate(); },
             [&](PersonId person, std::uint32_t event, std::monostate) {
               graph_.events_[next[person.index()]++] = EventId(event);
             });
  }

  Workers workers_;
  EventGraph graph_;
  std::vector<std::uint32_t> kept_;  // of the participations of each event
};

EventGraph assemble(PersonColumns persons, EventColumns events, ToldParticipations told,
                    std::span<const std::uint32_t> order, const Run& run) {
  return GraphAssembler(std::move(persons), std::move(events), run).assemble(std::move(told), order);
}

}  // namespace entente
