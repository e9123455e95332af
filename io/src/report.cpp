#include <entente/core/error.hpp>
#include <entente/io/report.hpp>

namespace entente {

void write_report(std::ostream& out, const ReportDocument& report) {
  if (!has_report_page()) {
    throw Error(ErrorCode::bad_usage, "this entente was built without the page", {},
                "build it where npm is installed: scripts/setup page, then configure and build again");
  }
  const ReportTemplate page = report_template();
  out << page.before << report_data(report) << page.after;
}

}  // namespace entente
