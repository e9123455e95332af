# Flags live on interface targets: nothing here reaches a project that consumes entente.
add_library(entente_flags INTERFACE)
target_compile_features(entente_flags INTERFACE cxx_std_20)
# Contracted multiplications would make the last bits depend on the processor.
target_compile_options(entente_flags INTERFACE -ffp-contract=off)
if(ENTENTE_DEVELOPER)
  target_compile_options(entente_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                         -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
endif()
if(ENTENTE_DEVELOPER AND CMAKE_UNITY_BUILD)
  # Where sources are compiled together, what is private to one is known to the next and looks as if it stood in a header.
  target_compile_options(entente_flags INTERFACE -Wno-shadow -Wno-subobject-linkage)
endif()
if(ENTENTE_WERROR)
  target_compile_options(entente_flags INTERFACE -Werror)
endif()
if(ENTENTE_SANITIZE STREQUAL "address")
  # The address sanitizer sees bad pointers itself; these checks at every access would only double the time to compile.
  target_compile_options(entente_flags INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr
                         -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # The checks that it adds make the compiler see paths that no program takes.
  target_compile_options(entente_flags INTERFACE -Wno-maybe-uninitialized)
  target_link_options(entente_flags INTERFACE -fsanitize=address,undefined)
elseif(ENTENTE_SANITIZE STREQUAL "thread")
  target_compile_options(entente_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(entente_flags INTERFACE -fsanitize=thread)
elseif(ENTENTE_SANITIZE)
  message(FATAL_ERROR "ENTENTE_SANITIZE is '${ENTENTE_SANITIZE}'; expected empty, address or thread")
endif()

find_program(ENTENTE_MOLD mold)
if(ENTENTE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
find_program(ENTENTE_CCACHE ccache)
if(ENTENTE_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ENTENTE_CCACHE}")
endif()
