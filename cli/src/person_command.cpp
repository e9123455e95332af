#include "command.hpp"
#include "corpus.hpp"
#include "material.hpp"
#include "output.hpp"
#include "person_lookup.hpp"
#include "result_tables.hpp"
#include "summary.hpp"
#include "terminal_table.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

/// Writes the page of one person.
class PersonPage {
 public:
  PersonPage(std::ostream& out, const Session& session, const ResolvedCorpus& corpus, const Material& material,
             PersonId person)
      : out_(out),
        session_(session),
        corpus_(corpus),
        material_(material),
        person_(person),
        look_(look_of_output(session)) {}

  void write() {
    write_facts();
    write_measures();
    write_partners();
    write_meetings();
  }

 private:
  [[nodiscard]] std::string name(PersonId person) const {
    return std::string(material_.graph.persons().name[person.index()]);
  }

  void heading(const std::string& text) { out_ << look_.strong(terminal_safe(text)) << '\n'; }
  void line(const std::string& text) { out_ << indented(text, 2, look_); }

  void fact(const char* title, std::string_view value) {
    if (!value.empty()) out_ << indented(value, 16, look_, fmt::format("  {}", title));
  }

  void write_facts() {
    const PersonColumns& persons = material_.graph.persons();
    const std::size_t index = person_.index();
    heading(name(person_));
    fact("identifier", persons.id[index]);
    fact("country", persons.country[index]);
    fact("organisation", persons.organisation[index]);
    fact("position", persons.position[index]);
    fact("rank", persons.rank[index]);
    std::vector<std::string> forms;
    for (const Identity& one : corpus_.resolved.identities) {
      if (one.person == persons.id[index] && one.form != name(person_)) forms.push_back(one.form);
    }
    if (!forms.empty()) fact("also named", fmt::format("{}", fmt::join(forms, ", ")));
  }

  void write_measures() {
    for (const char* measure : {"degree", "strength", "pagerank"}) {
      const Scores scores = measure_kind(measure).compute(material_.graph, material_.network, session_.run);
      const std::vector<PersonId> order = ranked(scores);
      const auto place = std::ranges::find(order, person_) - order.begin() + 1;
      fact(measure, fmt::format("{:.4g} (number {} of {})", scores[person_.index()], place, order.size()));
    }
  }

  void write_partners() {
    struct Partner {
      PersonId person;
      Tie tie;
    };
    std::vector<Partner> partners;
    for (const PersonId other : material_.network.neighbours_of(person_)) {
      partners.push_back({other, *material_.network.tie(person_, other)});
    }
    std::ranges::stable_sort(partners, [](const Partner& a, const Partner& b) {
      return a.tie.events != b.tie.events ? a.tie.events > b.tie.events : a.tie.weight > b.tie.weight;
    });
    out_ << '\n';
    heading("Partners");
    Table table{{{"  person"}, {"country"}, {"position"}, {"events"}, {"last"}}, {}};
    const std::size_t count = std::min(partners.size(), session_.request.top.value_or(partners.size()));
    for (const Partner& partner : std::span(partners).first(count)) {
      const std::size_t index = partner.person.index();
      table.rows.push_back({"  " + name(partner.person), std::string(material_.graph.persons().country[index]),
                            std::string(material_.graph.persons().position[index]), std::int64_t{partner.tie.events},
                            date_text(partner.tie.last)});
    }
    if (partners.empty()) line("nobody");
    if (!partners.empty()) print_table(out_, table, look_, "events");
    if (count < partners.size()) line(fmt::format("… and {} more", partners.size() - count));
  }

  void write_meetings() {
    const EventColumns& columns = material_.graph.events();
    const auto all = material_.graph.events_of(person_);
    std::vector<EventId> events(all.begin(), all.end());
    std::ranges::stable_sort(events,
                             [&](EventId a, EventId b) { return columns.date[a.index()] < columns.date[b.index()]; });
    out_ << '\n';
    heading("Events");
    for (const EventId event : events) {
      const std::size_t index = event.index();
      const std::string date = date_text(columns.date[index]);
      std::string text(to_string(columns.type[index]));
      if (!columns.place[index].empty()) text += fmt::format(", {}", columns.place[index]);
      std::vector<std::string> others;
      for (const PersonId other : material_.graph.participants_of(event)) {
        if (other != person_) others.push_back(name(other));
      }
      if (!others.empty()) text += fmt::format(", with {}", fmt::join(others, ", "));
      out_ << indented(text, indent_of_sentences, look_, fmt::format("  {}", date.empty() ? "undated" : date));
      if (session_.study.evidence.quotes && !columns.sentence[index].empty()) {
        out_ << indented(columns.sentence[index], indent_of_sentences, look_);
      }
    }
  }

  std::ostream& out_;
  const Session& session_;
  const ResolvedCorpus& corpus_;
  const Material& material_;
  PersonId person_;
  Look look_;
};

}  // namespace

ExitStatus show_person(Session& session) {
  session.study.network.by.reset();  // a page is about a person, whatever the study looks at
  const ResolvedCorpus corpus = read_corpus(session);
  const Material material = build_material(session, corpus.resolved);
  const PersonId person = find_person(material.graph, corpus.resolved.identities, corpus.resolved.pseudonyms().get(),
                                      session.request.names.at(0));
  write_output(session, [&](std::ostream& out) { PersonPage(out, session, corpus, material, person).write(); });
  print_summary(session, summarise(session, corpus.counts, material));
  return status_of(corpus.counts);
}

}  // namespace entente::cli
