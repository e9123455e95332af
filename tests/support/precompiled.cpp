// CMake precompiles the headers of a target only if it has a source that uses them; main.cpp cannot.
