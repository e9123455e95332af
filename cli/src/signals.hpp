#pragma once

#include <entente/core/error.hpp>

#include <atomic>

namespace entente::cli {

/// Has SIGINT and SIGTERM set a flag that long operations poll, and SIGPIPE make writes fail instead of ending the
/// process.
void install_signal_handlers();

/// True once SIGINT or SIGTERM arrived; for `Run::stop`.
[[nodiscard]] const std::atomic<bool>& stop_requested();

/// The exit status of the signal that asked to stop: 130 or 143.
[[nodiscard]] ExitStatus stop_status();

}  // namespace entente::cli
