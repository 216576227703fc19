// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/printing/print_desk.h"

namespace crema::sync {
class Client;
}

namespace crema {

/// Printing over the program's client, which outlives it.
class ClientPrintDesk final : public PrintDesk
{
public:
    explicit ClientPrintDesk(sync::Client &client) : m_client(client) {}

    [[nodiscard]] QCoro::Task<Result<int>> countPrint(SaleId sale) override;
    [[nodiscard]] QCoro::Task<Jobs> addPrintJob(sync::PrintJob job) override;
    [[nodiscard]] QCoro::Task<Jobs> printJobs() override;
    [[nodiscard]] QCoro::Task<Jobs> changePrintJob(std::int64_t number, sync::PrintJob::State state,
                                                   int tries) override;
    [[nodiscard]] QCoro::Task<Jobs> removePrintJob(std::int64_t number) override;
    [[nodiscard]] QCoro::Task<Jobs> removePrintJobs() override;

private:
    sync::Client &m_client;
};

} // namespace crema
