// Lists with a row for every person or document are written a block at a time. What planted pairs and groups share is
// counted on the way over the occasions and written last.

#include "corpus_parts.hpp"
#include "positions.hpp"
#include "tellings.hpp"

#include <entente/io/json_text.hpp>
#include <entente/io/number_text.hpp>
#include <entente/io/ordered_blocks.hpp>

#include <algorithm>
#include <mutex>
#include <string>
#include <string_view>

namespace entente::generate {

namespace {

constexpr std::size_t rows_a_block = 1024;

/// Which plantings are wholly at an occasion.
class TogetherCounts {
 public:
  explicit TogetherCounts(const Plantings& plantings) : plantings_(plantings), counts_(plantings.all().size(), 0) {
    for (std::uint32_t planting = 0; planting < plantings.all().size(); ++planting) {
      of_first_.emplace_back(plantings.all()[planting].persons.front(), planting);
    }
    std::ranges::sort(of_first_);
  }

  /// Appends the plantings that meet there.
  void find(const Occasion& occasion, std::vector<std::uint32_t>& found) const {
    const auto is_there = [&](std::uint32_t person) {
      return std::ranges::find(occasion.attendees, person, &Attendee::person) != occasion.attendees.end();
    };
    for (const Attendee& attendee : occasion.attendees) {
      auto row = std::ranges::lower_bound(of_first_, std::pair(attendee.person, std::uint32_t{0}));
      for (; row != of_first_.end() && row->first == attendee.person; ++row) {
        if (std::ranges::all_of(plantings_.all()[row->second].persons, is_there)) found.push_back(row->second);
      }
    }
  }

  void add(const std::vector<std::uint32_t>& found) {
    const std::lock_guard<std::mutex> lock(guard_);
    for (const std::uint32_t planting : found) ++counts_[planting];
  }

  [[nodiscard]] std::uint64_t of(std::size_t planting) const { return counts_[planting]; }

 private:
  const Plantings& plantings_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> of_first_;  // first person, planting
  std::vector<std::uint64_t> counts_;
  std::mutex guard_;
};

class TruthWriter {
 public:
  TruthWriter(const Corpus& corpus, std::ostream& out, const Run& run)
      : parts_(corpus.parts()),
        out_(out),
        run_(run),
        bicm_(parts_.options.background == Background::bicm),
        together_(parts_.occasions.plantings()) {}

  void write() {
    out_ << "{\"options\": " << options() << ",\n\"persons\": " << parts_.sizes.persons
         << ", \"events\": " << parts_.sizes.events;
    write_list("communities", bicm_ ? 0 : parts_.population.communities().size(),
               [&](std::size_t row, std::string& text) { append_community(row, text); });
    write_list("offices", bicm_ ? 0 : parts_.population.communities().size(),
               [&](std::size_t row, std::string& text) { append_offices(row, text); });
    write_list("names", parts_.sizes.persons, [&](std::size_t row, std::string& text) { append_person(row, text); });
    write_list("documents", parts_.sizes.events,
               [&](std::size_t row, std::string& text) { append_documents(row, text); });
    const std::size_t pairs = parts_.occasions.plantings().num_pairs();
    const std::size_t all = parts_.occasions.plantings().all().size();
    write_list("pairs", pairs, [&](std::size_t row, std::string& text) { append_planting(row, text); });
    write_list("groups", all - pairs, [&](std::size_t row, std::string& text) { append_planting(pairs + row, text); });
    out_ << "\n}\n";
  }

 private:
  /// `append` puts a comma and a line break before each row.
  template <typename Append>
  void write_list(std::string_view name, std::size_t size, const Append& append) {
    out_ << ",\n\"" << name << "\": [";
    write_blocks(out_, size, rows_a_block, run_, [&](std::size_t begin, std::size_t end) {
      std::string text;
      for (std::size_t row = begin; row < end; ++row) append(row, text);
      if (begin == 0) text.erase(0, 1);  // no comma before the first row of all
      return text;
    });
    out_ << ']';
  }

  [[nodiscard]] std::string options() const {
    const GenerateOptions& from = parts_.options;
    std::string text;
    JsonWriter json(text);
    json.begin_object()
        .member("preset", preset_names()[static_cast<std::size_t>(from.preset)])
        .member("background", background_names()[static_cast<std::size_t>(from.background)])
        .member("communities", parts_.sizes.communities)
        .member("mixing", from.mixing)
        .member("delegations", from.delegations)
        .member("pairs", from.pairs)
        .member("groups", from.groups)
        .member("excess", from.excess)
        .member("retellings", from.retellings)
        .member("variants", from.variants)
        .member("typos", from.typos)
        .member("partial_dates", from.partial_dates)
        .member("namesakes", from.namesakes)
        .member("without_event", from.without_event)
        .member("seed", from.seed)
        .end_object();
    return text;
  }

  void append_community(std::size_t row, std::string& text) const {
    const Community& one = parts_.population.communities()[row];
    text += ",\n[";
    append_json_string(text, parts_.tables.countries[one.country].code);
    text += ", ";
    append_json_string(text, parts_.tables.ministries[one.ministry].name);
    text += ", ";
    append_number(text, one.begin);
    text += ", ";
    append_number(text, one.end);
    text += ']';
  }

  void append_offices(std::size_t row, std::string& text) const {
    const auto community = static_cast<std::uint32_t>(row);
    const Community& one = parts_.population.communities()[row];
    const std::vector<Office>& heads = parts_.tables.ministries[one.ministry].heads;
    for (std::uint32_t office = 0; office < heads.size(); ++office) {
      for (const Term& term : parts_.terms.of(community, office)) {
        text += ",\n[";
        append_json_string(text, parts_.tables.countries[one.country].code);
        text += ", ";
        append_json_string(text, heads[office].title);
        text += ", ";
        append_number(text, term.person);
        text +=
            ", \"" + Date::from_day(term.first).to_string() + "\", \"" + Date::from_day(term.last).to_string() + "\"]";
      }
    }
  }

  void append_person(std::size_t row, std::string& text) const {
    const auto person = static_cast<std::uint32_t>(row);
    const std::uint32_t community = parts_.population.community_of(person);
    text += ",\n[";
    append_json_string(text, parts_.names.full(person));
    text += ", ";
    append_json_string(text, country_of(parts_, person).code);
    text += ", ";
    if (bicm_) {
      text += "null";
    } else {
      append_number(text, community);
    }
    text += ']';
  }

  void append_documents(std::size_t row, std::string& text) {
    const Occasion occasion = parts_.occasions[row];
    std::vector<std::uint32_t> found;
    together_.find(occasion, found);
    if (!found.empty()) together_.add(found);
    const std::vector<Account> accounts = accounts_of(parts_, occasion);
    for (std::size_t document = 0; document < accounts.size(); ++document) {
      text += ",\n[\"" + document_name(parts_, row, document) + "\", ";
      append_number(text, row);
      text += ", [";
      for (const Attendee& attendee : accounts[document].told) {
        if (text.back() != '[') text += ", ";
        append_number(text, attendee.person);
      }
      text += "]]";
    }
  }

  void append_planting(std::size_t row, std::string& text) const {
    const Planting& planting = parts_.occasions.plantings().all()[row];
    text += ",\n[[";
    for (const std::uint32_t person : planting.persons) {
      if (text.back() != '[') text += ", ";
      append_number(text, person);
    }
    text += "], ";
    append_number(text, planting.events);
    text += ", ";
    append_number(text, together_.of(row));
    if (bicm_) {
      text += ", ";
      append_number(text, planting.expected);
    }
    text += ']';
  }

  const CorpusParts& parts_;
  std::ostream& out_;
  const Run& run_;
  bool bicm_;
  TogetherCounts together_;
};

}  // namespace

void write_truth(const Corpus& corpus, std::ostream& out, const Run& run) { TruthWriter(corpus, out, run).write(); }

}  // namespace entente::generate
