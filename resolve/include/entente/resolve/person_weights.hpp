#pragma once

namespace entente {

/// The parameters of the decision whether two bearers of names are one person: log-odds, ln(m / u), where m is the
/// share of pairs of one person that show the evidence and u that of pairs of two persons (Fellegi and Sunter 1969,
/// DOI 10.1080/01621459.1969.10501049). They add up; the probability is 1 / (1 + e^−sum). Chosen by hand and adjusted
/// on data/gold/names.csv and on the development articles; docs/identity.md tells how.
struct PersonWeights {
  double prior = -4.5;  ///< that two bearers whose names resemble at all are one person

  // Each pair of words of the two names that agree, by the class of variation.
  double word_equal = 3.5;           ///< equal letters after folding
  double word_transliterated = 3.0;  ///< two romanisations of one word
  double word_nickname = 2.8;        ///< Mike for Michael
  double word_typo = .8;             ///< one letter added, left out, changed or exchanged
  double word_loose = 0;             ///< the same consonants, other vowels: Haftar, Hifter
  double word_initial = .8;          ///< Z. for Zakir
  double word_both_initial = 1.75;   ///< Z. in both names
  double lone_word = 1.5;            ///< the surname alone agrees, nothing else is told
  double lone_first_word = .8;       ///< a lone word agrees with the first of several
  double most = 9;                   ///< by the words of a name in all

  // What else the two names show.
  double order = -.7;               ///< Kihara Minoru, Minoru Kihara
  double middle_missing = -.4;      ///< a word between others, or a patronymic beside none
  double first_missing = -1.3;      ///< a word before them: Tayyip Erdogan; but Omar is the son of Abdirashid
  double son_missing = -6.0;        ///< the same, where at least three more words agree
  double last_missing = -.8;        ///< a word behind them: a second surname
  double initial_missing = -.2;     ///< "J." of Donald J. Trump
  double generation_missing = -.4;  ///< Jr or a number
  double senior_missing = -3.0;     ///< Sr: said where somebody else is called so
  double patronymic_equal = 1.5;
  double typo_rare = 1.0;    ///< one of the two is a twentieth as frequent, and a slip of no other frequent name
  double typo_crowd = -2.5;  ///< many names are one letter apart from this one: it is no slip

  // What is known of the bearers.
  double country_equal = 2.0;
  double country_differs = -3.5;
  double body_differs = -.5;     ///< of two countries one or both are organisations: NATO, UN; people go there
  double office_equal = 1.5;     ///< the same class of office, in no two countries
  double office_succeeds = -.3;  ///< another class of office at another time
  double office_differs = -1.0;  ///< another class of office at the same time
  double office_abroad = -2.0;   ///< another class of office in another country
  double rank_equal = .5;
  double rank_differs = -.3;
  double partner_shared = .8;  ///< for the first partner that both have met, half for the second
  double two_places = -.6;     ///< on one day in two places; venues are worded in many ways

  // How many persons could be meant by a name that is not told in full, or without country.
  double single_bearer = 1.5;
  double several_bearers = -3.0;
};

}  // namespace entente
