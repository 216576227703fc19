// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/example/gate.h"
#include "ui/presenters/printing/print_desk.h"

namespace crema::desktop {

/// The printing part of a shop in memory.
class ExamplePrintDesk : public PrintDesk
{
public:
    std::optional<Problem> failAdd;    ///< what the next job answers
    std::optional<Problem> failRemove; ///< what the next removal of all answers
    Gate removing;                     ///< the removal of all is answered while it is open
    int removals = 0;                  ///< of all that were asked for

    /// Nobody waits for a shop that is gone.
    ~ExamplePrintDesk() override { removing.open(); }

    [[nodiscard]] QCoro::Task<Result<int>> countPrint(SaleId) override { co_return ++m_prints; }
    [[nodiscard]] QCoro::Task<Jobs> addPrintJob(sync::PrintJob job) override
    {
        if (failAdd)
            co_return failure(*std::exchange(failAdd, std::nullopt));
        job.number = ++m_lastNumber;
        m_jobs.append(job);
        co_return jobs();
    }
    [[nodiscard]] QCoro::Task<Jobs> printJobs() override { co_return jobs(); }
    [[nodiscard]] QCoro::Task<Jobs> changePrintJob(std::int64_t number, sync::PrintJob::State state, int tries) override
    {
        for (sync::PrintJob &job : m_jobs) {
            if (job.number == number) {
                job.state = state;
                job.tries = tries;
            }
        }
        co_return jobs();
    }
    [[nodiscard]] QCoro::Task<Jobs> removePrintJob(std::int64_t number) override
    {
        m_jobs.removeIf([number](const sync::PrintJob &job) { return job.number == number; });
        co_return jobs();
    }
    [[nodiscard]] QCoro::Task<Jobs> removePrintJobs() override
    {
        ++removals;
        co_await removing;
        if (failRemove)
            co_return failure(*std::exchange(failRemove, std::nullopt));
        m_jobs.clear();
        co_return jobs();
    }

private:
    [[nodiscard]] Jobs jobs() const { return m_jobs; }

    QList<sync::PrintJob> m_jobs;
    std::int64_t m_lastNumber = 0;
    int m_prints = 0;
};

/// A printer that does as it is told.
class ExamplePrinter final : public sync::Printer
{
public:
    Result<void> answer;            ///< what it says of the next orders
    QList<sync::PrintOrder> orders; ///< that it was given

    [[nodiscard]] QCoro::Task<Result<void>> print(sync::PrintOrder order) override
    {
        orders.append(order);
        const Result<void> said = answer;
        co_return said;
    }
};

/// A printer without paper.
[[nodiscard]] inline Problem exampleNoPaper()
{
    return {ProblemKind::Device, QStringLiteral("printer.cut_off"),
            QStringLiteral("The printer stopped in the middle."),
            QStringLiteral("Look for paper and an open lid. The receipt is printed anew when it goes on.")};
}

} // namespace crema::desktop
