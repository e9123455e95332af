#pragma once

#include <algorithm>
#include <cstddef>

#include <boost/container/small_vector.hpp>

namespace entente::extract {

/// Hardly any list of persons is longer; those that are take memory of their own.
constexpr std::size_t usual_persons_listed = 4;

/// Indexes of persons, each once, in order of mention.
using Persons = boost::container::small_vector<int, usual_persons_listed>;

/// True if `person` is one of `list`.
[[nodiscard]] inline bool contains(const Persons& list, int person) {
  return std::find(list.begin(), list.end(), person) != list.end();
}

/// Appends those of `more` that `list` lacks.
inline void add_all(Persons& list, const Persons& more) {
  for (const auto person : more) {
    if (!contains(list, person)) list.push_back(person);
  }
}

/// Removes those of whom `is_wrong`.
template <typename IsWrong>
void erase_if(Persons& list, IsWrong is_wrong) {
  list.erase(std::remove_if(list.begin(), list.end(), is_wrong), list.end());
}

/// True if all of `inner` are in `outer`.
[[nodiscard]] inline bool subset(const Persons& inner, const Persons& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](int person) { return contains(outer, person); });
}

/// True if both lists have the same persons, in whatever order.
[[nodiscard]] inline bool same_set(const Persons& a, const Persons& b) { return a.size() == b.size() && subset(a, b); }

}  // namespace entente::extract
