#include "explanation.hpp"

#include <algorithm>
#include <set>

namespace entente::extract {
namespace {

const char* words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::told:
      return "an event";
    case Verdict::planned:
      return "no event: planned, wished for or denied";
    case Verdict::nobody:
      return "no event: nobody who takes part is named";
    case Verdict::one_alone:
      return "no event: a single person is named";
    case Verdict::frames_speech:
      return "no event of its own: says when or where";
    case Verdict::of_a_place:
      return "no event: of a place";
    case Verdict::attendance_only:
      return "no event of its own: says who was there";
  }
  return "";
}

const char* kind_of(const Sentence& sentence) {
  switch (sentence.kind) {
    case SentenceKind::headline:
      return "headline, not read";
    case SentenceKind::dateline:
      return "dateline";
    case SentenceKind::byline:
      return "byline, not read";
    case SentenceKind::text:
      break;
  }
  return nullptr;
}

class Explainer {
 public:
  Explainer(const Document& document, const std::vector<NameMention>& names, const std::vector<Person>& persons,
            const std::vector<Occasion>& occasions, const Trace& trace)
      : document_(document), names_(names), persons_(persons), occasions_(occasions), trace_(trace) {}

  std::string explain() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) tell_sentence(s);
    tell_events();
    tell_persons();
    return std::move(out_);
  }

 private:
  void tell_sentence(std::uint32_t index) {
    const auto& sentence = document_.sentences[index];
    out_ += std::to_string(index + 1) + "  ";
    if (const auto* kind = kind_of(sentence)) {
      out_ += "(" + std::string(kind) + ") " + document_.text_of(sentence.begin, sentence.end) + "\n";
      return;
    }
    for (auto i = sentence.begin; i < sentence.end;) {
      if (i > sentence.begin && document_.tokens[i].space_before) out_.push_back(' ');
      const auto reference = std::find_if(trace_.references.begin(), trace_.references.end(),
                                          [&](const Reference& r) { return r.begin == i && r.end > i; });
      if (reference != trace_.references.end()) {
        out_ += "[" + document_.text_of(i, reference->end) + " = " + people(reference->persons) +
                (reference->outside ? ", only spoken of" : "") + "]";
        i = reference->end;
        continue;
      }
      const auto finding =
          std::find_if(trace_.findings.begin(), trace_.findings.end(), [&](const Finding& f) { return f.begin == i; });
      if (finding != trace_.findings.end()) {
        out_ += "<" + document_.text_of(i, finding->end) + ">";
        i = finding->end;
        continue;
      }
      out_ += document_.text_of(i, i + 1);
      ++i;
    }
    out_ += "\n";
    for (const auto& finding : trace_.findings) {
      if (finding.sentence != index) continue;
      out_ += "     " + document_.text_of(finding.begin, finding.end) + ": " + words_of(finding.verdict);
      if (finding.occasion >= 0) out_ += " (" + people(occasion_persons(finding.occasion)) + ")";
      out_ += "\n";
    }
  }

  Persons occasion_persons(int index) const {
    const auto at = static_cast<std::size_t>(index);
    return at < occasions_.size() ? occasions_[at].persons : Persons{};
  }

  std::string people(const Persons& persons) const {
    if (persons.empty()) return "?";
    std::string out;
    for (const auto person : persons) {
      if (!out.empty()) out += ", ";
      out += persons_[static_cast<std::size_t>(person)].name;
    }
    return out;
  }

  void tell_events() {
    out_ += "\nEvents\n";
    if (occasions_.empty()) out_ += "  none\n";
    for (std::size_t e = 0; e < occasions_.size(); ++e) {
      const auto& occasion = occasions_[e];
      out_ += "  " + std::to_string(e + 1) + "  " + std::string(to_string(occasion.type)) + "  " +
              (occasion.date ? occasion.date->to_string() : "no date") +
              (occasion.place.empty() ? "" : ", " + occasion.place) + ": " + people(occasion.persons) + " (sentence";
      for (const auto s : occasion.sentences) out_ += " " + std::to_string(s + 1);
      out_ += "; " + occasion.rule + ")\n";
    }
  }

  void tell_persons() {
    std::set<int> taking_part;
    for (const auto& occasion : occasions_) taking_part.insert(occasion.persons.begin(), occasion.persons.end());
    out_ += "\nPersons\n";
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      const auto& person = persons_[i];
      out_ += "  " + person.name + " (" + (person.country.empty() ? "country unknown" : person.country) +
              (person.office.empty() ? "" : "; " + person.office) + (person.rank.empty() ? "" : "; " + person.rank) +
              ")";
      if (!taking_part.contains(static_cast<int>(i))) out_ += ": " + why_left_out(person);
      out_ += "\n";
    }
  }

  std::string why_left_out(const Person& person) const {
    if (person.only_outside) return "left out, only spoken of";
    for (const auto mention : person.mentions) {
      for (const auto& finding : trace_.findings) {
        const auto& sentence = document_.sentences[finding.sentence];
        if (names_[mention].begin < sentence.begin || names_[mention].begin >= sentence.end) continue;
        if (finding.verdict == Verdict::told) return "left out, not a participant of what the sentence tells";
        return "left out, " + document_.text_of(finding.begin, finding.end) + " is " + words_of(finding.verdict);
      }
    }
    return "left out, no word of meeting where the name stands";
  }

  const Document& document_;
  const std::vector<NameMention>& names_;
  const std::vector<Person>& persons_;
  const std::vector<Occasion>& occasions_;
  const Trace& trace_;
  std::string out_;
};

}  // namespace

std::string explain(const Document& document, const std::vector<NameMention>& names, const std::vector<Person>& persons,
                    const std::vector<Occasion>& occasions, const Trace& trace) {
  return Explainer(document, names, persons, occasions, trace).explain();
}

}  // namespace entente::extract
