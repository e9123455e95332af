#pragma once

#include "material.hpp"
#include "session.hpp"
#include "summary.hpp"

#include <entente/io/report.hpp>
#include <entente/resolve/resolved_records.hpp>

#include <filesystem>
#include <optional>
#include <vector>

namespace entente::cli {

/// What the page tells of a study; it borrows `document`, whose network has all ties that are to be drawn. Paths of the
/// study are told from `folder`, where the page goes.
[[nodiscard]] ReportDocument report_of(const Session& session, const Material& material,
                                       const ResolvedRecords& resolved, const NetworkDocument& document,
                                       const Summary& summary, const std::filesystem::path& folder);

/// The network that the page draws where it is not the whole one: above 20 000 persons or 100 000 ties the backbone, at
/// most its heaviest 100 000 ties, and the heaviest tie of each person.
[[nodiscard]] std::optional<PersonNetwork> network_for_page(const Session& session, const Material& material);

}  // namespace entente::cli
