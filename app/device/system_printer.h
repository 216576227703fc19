// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seams/printer.h"
#include "sync/seams/thread_executor.h"

#include <atomic>
#include <memory>

namespace crema {

/// How long a printer may take, in milliseconds.
struct PrinterPatience {
    int connectMs = 4'000;
    int writeMs = 10'000;  ///< without a byte taken: without paper a printer takes nothing
    int answerMs = 15'000; ///< for what was sent to be printed
};

/// The printers of this machine and its network: raw TCP, device files, and queues of CUPS by `lp`. One order after
/// another, on a thread of its own; none waits for the store, and the store for none.
class SystemPrinter final : public sync::Printer
{
public:
    explicit SystemPrinter(const PrinterPatience &patience = {});
    /// Gives up what is being sent.
    ~SystemPrinter() override;

    [[nodiscard]] QCoro::Task<Result<void>> print(sync::PrintOrder order) override;

private:
    PrinterPatience m_patience;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the orders that run
    std::unique_ptr<sync::ThreadExecutor> m_executor;
};

} // namespace crema
