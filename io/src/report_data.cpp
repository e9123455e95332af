#include "report_selection.hpp"

#include <entente/io/json_text.hpp>
#include <entente/io/number_text.hpp>
#include <entente/io/report.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace entente {

namespace {

// Enough for a table and a drawing; the files of a run have all digits.
constexpr int digits_told = 6;

void append_short(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  std::array<char, 32> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits_told).ptr;
  out.append(buffer.data(), end);
}

/// One list after another as members of one object; each is a column.
class Columns {
 public:
  explicit Columns(std::string& out) : out_(out) { out_ += '{'; }
  void finish() { out_ += '}'; }

  /// `append(item)` appends the JSON of one.
  template <typename Items, typename Append>
  void add(std::string_view name, const Items& items, Append append) {
    if (out_.back() != '{') out_ += ',';
    append_json_string(out_, name);
    out_ += ":[";
    for (const auto& item : items) {
      if (&item != &*std::begin(items)) out_ += ',';
      append(item);
    }
    out_ += ']';
  }

 private:
  std::string& out_;
};

/// Writes the parts of the data one after another.
class ReportText {
 public:
  explicit ReportText(const ReportDocument& report)
      : report_(report),
        graph_(report.document.graph),
        network_(report.document.network),
        selection_(select_for_report(report)) {}

  std::string write() {
    out_ += "{\"format\":1,\"entente\":";
    append_json_string(out_, report_.version);
    member("by", report_.by);
    out_ += ",\"inputs\":[";
    for (std::size_t i = 0; i < report_.inputs.size(); ++i) {
      if (i > 0) out_ += ',';
      append_json_string(out_, report_.inputs[i]);
    }
    out_ += ']';
    member("weight", report_.document.weight);
    member("test", report_.test);
    member("study", report_.study);
    out_ += ",\"summary\":";
    out_ += report_.summary.empty() ? "{}" : report_.summary;
    write_persons();
    write_measures();
    write_ties();
    write_events();
    write_sentences();
    out_ += '}';
    return escaped();
  }

 private:
  void member(std::string_view name, std::string_view text) {
    key(name);
    append_json_string(out_, text);
  }

  void key(std::string_view name) {
    out_ += ',';
    append_json_string(out_, name);
    out_ += ':';
  }

  void write_persons() {
    const PersonColumns& columns = graph_.persons();
    key("persons");
    Columns persons(out_);
    const auto text = [&](std::string_view name, const StringColumn& column) {
      persons.add(name, selection_.persons, [&](PersonId person) { append_json_string(out_, column[person.index()]); });
    };
    text("id", columns.id);
    text("name", columns.name);
    text("country", columns.country);
    text("organisation", columns.organisation);
    text("position", columns.position);
    text("rank", columns.rank);
    const auto& communities = report_.document.communities;
    persons.add("community", selection_.persons,
                [&](PersonId person) { append_number(out_, communities.empty() ? 0U : communities[person.index()]); });
    const auto place = [&](PersonId person) {
      const auto& positions = report_.document.positions;
      return positions.empty() ? Position() : positions[person.index()];
    };
    persons.add("x", selection_.persons, [&](PersonId person) { append_short(out_, place(person).x); });
    persons.add("y", selection_.persons, [&](PersonId person) { append_short(out_, place(person).y); });
    persons.add("forms", selection_.persons, [&](PersonId person) {
      out_ += '[';
      if (!report_.forms.empty()) {
        for (const std::string& form : report_.forms[person.index()]) {
          if (out_.back() != '[') out_ += ',';
          append_json_string(out_, form);
        }
      }
      out_ += ']';
    });
    persons.finish();
  }

  void write_measures() {
    key("measures");
    out_ += '[';
    for (const MeasureColumn& measure : report_.document.measures) {
      if (&measure != &report_.document.measures.front()) out_ += ',';
      out_ += "{\"name\":";
      append_json_string(out_, measure.name);
      out_ += ",\"values\":[";
      for (const PersonId person : selection_.persons) {
        if (person != selection_.persons.front()) out_ += ',';
        append_short(out_, measure.values[person.index()]);
      }
      out_ += "]}";
    }
    out_ += ']';
  }

  void write_ties() {
    struct Told {
      Tie tie;
      std::uint64_t place;
    };
    std::vector<Told> ties;
    for (const PersonId a : selection_.persons) {
      const TieRow row = network_.ties_of(a);
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (selection_.person_place[row.others[i].index()] != ReportSelection::left_out)
          ties.push_back({row[i], network_.first_tie(a) + i});
      }
    }
    key("ties");
    Columns columns(out_);
    columns.add("a", ties, [&](const Told& one) { append_number(out_, selection_.person_place[one.tie.a.index()]); });
    columns.add("b", ties, [&](const Told& one) { append_number(out_, selection_.person_place[one.tie.b.index()]); });
    columns.add("events", ties, [&](const Told& one) { append_number(out_, one.tie.events); });
    columns.add("weight", ties, [&](const Told& one) { append_short(out_, one.tie.weight); });
    if (!report_.adjusted_p.empty()) {
      columns.add("p", ties, [&](const Told& one) { append_short(out_, report_.adjusted_p[one.place]); });
    }
    columns.finish();
  }

  void write_events() {
    const EventColumns& events = graph_.events();
    key("types");
    out_ += '[';
    for (const std::string_view name : event_type_names()) {
      if (out_.back() != '[') out_ += ',';
      append_json_string(out_, name);
    }
    out_ += ']';
    key("events");
    Columns columns(out_);
    columns.add("id", selection_.events, [&](EventId event) { append_json_string(out_, events.id[event.index()]); });
    columns.add("type", selection_.events,
                [&](EventId event) { append_number(out_, static_cast<unsigned>(events.type[event.index()])); });
    columns.add("date", selection_.events, [&](EventId event) {
      const auto& date = events.date[event.index()];
      append_json_string(out_, date ? date->to_string() : std::string());
    });
    columns.add("place", selection_.events,
                [&](EventId event) { append_json_string(out_, events.place[event.index()]); });
    columns.add("reports", selection_.events,
                [&](EventId event) { append_number(out_, events.reports[event.index()]); });
    columns.add("documents", selection_.events,
                [&](EventId event) { append_json_string(out_, events.documents[event.index()]); });
    columns.add("size", selection_.events,
                [&](EventId event) { append_number(out_, graph_.participants_of(event).size()); });
    columns.add("ties", selection_.events, [&](EventId event) {
      append_number(out_, report_.makes_ties.empty() ? 1U : unsigned{report_.makes_ties[event.index()]});
    });
    columns.add("persons", selection_.events, [&](EventId event) {
      out_ += '[';
      for (const PersonId person : graph_.participants_of(event)) {
        const std::uint32_t place = selection_.person_place[person.index()];
        if (place == ReportSelection::left_out) continue;
        if (out_.back() != '[') out_ += ',';
        append_number(out_, place);
      }
      out_ += ']';
    });
    columns.finish();
  }

  [[nodiscard]] std::string sentences_of(EventId event) const {
    std::string text = "[";
    if (!report_.sentences.empty()) {
      for (const Evidence& one : report_.sentences[event.index()]) {
        if (text.back() != '[') text += ',';
        append_json_string(text, one.text);
        text += ',';
        append_json_string(text, one.document);
      }
    }
    return text + ']';
  }

  /// Sentences, last of all: where the file would be too large they are told of the newest events of each tie.
  void write_sentences() {
    std::vector<std::string> texts;
    texts.reserve(selection_.events.size());
    std::size_t bytes = out_.size() + selection_.events.size();
    for (const EventId event : selection_.events) {
      texts.push_back(sentences_of(event));
      bytes += texts.back().size();
    }
    const bool is_reduced = bytes > report_.limits.bytes;
    if (is_reduced) {
      const std::vector<std::uint8_t> newest = newest_of_ties(report_, selection_);
      for (std::size_t place = 0; place < texts.size(); ++place) {
        if (newest[place] == 0) texts[place] = "[]";
      }
    }
    key("sentences");
    out_ += '[';
    for (const std::string& text : texts) {
      if (&text != &texts.front()) out_ += ',';
      out_ += text;
    }
    out_ += ']';
    key("limits");
    JsonWriter(out_)
        .begin_object()
        .member("persons", std::uint64_t{graph_.num_persons()})
        .member("events", std::uint64_t{graph_.num_events()})
        .member("ties_left_out", report_.document.ties_left_out)
        .member("sentences_reduced", is_reduced)
        .member("quotes", report_.document.quotes)
        .end_object();
  }

  [[nodiscard]] std::string escaped() const {
    std::string text;
    text.reserve(out_.size() + out_.size() / 64);
    for (const char c : out_) {
      switch (c) {
        case '<':
          text += "\\u003c";
          break;
        case '>':
          text += "\\u003e";
          break;
        case '&':
          text += "\\u0026";
          break;
        default:
          text += c;
      }
    }
    return text;
  }

  const ReportDocument& report_;
  const EventGraph& graph_;
  const PersonNetwork& network_;
  ReportSelection selection_;
  std::string out_;
};

}  // namespace

std::string report_data(const ReportDocument& report) { return ReportText(report).write(); }

}  // namespace entente
