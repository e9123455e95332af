# entente_page(<variable>)
#
# Sets the variable to a source that holds the page of `entente report`. It is built from explorer/ by Node; without Node,
# or before `npm ci` has been run there (scripts/setup page), the source says that there is no page.
function(entente_page variable)
  set(explorer "${PROJECT_SOURCE_DIR}/explorer")
  find_program(ENTENTE_NODE NAMES node nodejs DOC "Node.js, which builds the page of entente report")
  if(NOT ENTENTE_PAGE OR NOT ENTENTE_NODE OR NOT EXISTS "${explorer}/node_modules/vite/package.json")
    message(STATUS "The page of entente report is off (it needs npm: scripts/setup page)")
    set(${variable} "${PROJECT_SOURCE_DIR}/io/src/no_page.cpp" PARENT_SCOPE)
    return()
  endif()
  set(page "${PROJECT_BINARY_DIR}/explorer/report.html")
  set(source "${PROJECT_BINARY_DIR}/explorer/page.cpp")
  file(GLOB_RECURSE inputs CONFIGURE_DEPENDS "${explorer}/src/*" "${explorer}/build/*")
  add_custom_command(
    OUTPUT "${page}" "${source}"
    COMMAND "${ENTENTE_NODE}" "${explorer}/build/build.mjs" "${page}"
    COMMAND "${CMAKE_COMMAND}" "-DPAGE=${page}" "-DSOURCE=${source}" -P "${PROJECT_SOURCE_DIR}/cmake/EmbedPage.cmake"
    DEPENDS ${inputs} "${explorer}/page.html" "${explorer}/package-lock.json"
            "${PROJECT_SOURCE_DIR}/cmake/EmbedPage.cmake"
    WORKING_DIRECTORY "${explorer}"
    COMMENT "Building the page of entente report"
    VERBATIM)
  set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "-Wno-overlength-strings"
                              SKIP_UNITY_BUILD_INCLUSION ON)
  set(${variable} "${source}" PARENT_SCOPE)
endfunction()
