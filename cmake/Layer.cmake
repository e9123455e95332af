# entente_layer(<name> SOURCES <files…> [DEPENDS <targets…>] [PRIVATE_DEPENDS <targets…>])
#
# Defines the library entente::<name> of the folder that calls it. Public headers are all files in
# include/entente/<name>/; each of them is compiled alone by the target all_verify_interface_header_sets.
function(entente_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
  file(GLOB headers CONFIGURE_DEPENDS include/entente/${name}/*.hpp)
  set(target entente_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(entente::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
                        VERIFY_INTERFACE_HEADER_SETS ON)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${headers})
  target_include_directories(${target} PRIVATE src)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE_DEPENDS} $<BUILD_INTERFACE:entente_flags>)
  install(TARGETS ${target} EXPORT ententeTargets FILE_SET HEADERS)
endfunction()
