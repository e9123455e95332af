#include <entente/io/report.hpp>

namespace entente {

bool has_report_page() { return false; }

ReportTemplate report_template() { return {}; }

}  // namespace entente
