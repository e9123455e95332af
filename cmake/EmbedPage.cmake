# cmake -DPAGE=report.html -DSOURCE=page.cpp -P EmbedPage.cmake: the page as C++, cut in two where its data go.
file(READ "${PAGE}" text)
set(mark "@@DATA@@")
string(FIND "${text}" "${mark}" cut)
if(cut EQUAL -1)
  message(FATAL_ERROR "${PAGE} has no place for the data")
endif()
string(SUBSTRING "${text}" 0 ${cut} before)
string(LENGTH "${mark}" length)
math(EXPR cut "${cut} + ${length}")
string(SUBSTRING "${text}" ${cut} -1 after)
file(WRITE "${SOURCE}" "#include <entente/io/report.hpp>

namespace entente {

bool has_report_page() { return true; }

ReportTemplate report_template() {
  return {R\"entente_page(${before})entente_page\", R\"entente_page(${after})entente_page\"};
}

}  // namespace entente
")
