find_package(Catch2 2.13 REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS graph)
find_package(benchmark REQUIRED)
