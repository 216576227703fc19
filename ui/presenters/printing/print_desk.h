// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/documents/page_drawing.h"
#include "sync/client/print_job.h"
#include "sync/client/sale_view.h"
#include "sync/seams/printer.h"

#include <QCoroTask>

namespace crema {

/// What printing needs of the local store: the part of sync::Client with the same names.
class PrintDesk
{
public:
    using Jobs = Result<QList<sync::PrintJob>>;

    virtual ~PrintDesk() = default;

    [[nodiscard]] virtual QCoro::Task<Result<int>> countPrint(SaleId sale) = 0;
    [[nodiscard]] virtual QCoro::Task<Jobs> addPrintJob(sync::PrintJob job) = 0;
    [[nodiscard]] virtual QCoro::Task<Jobs> printJobs() = 0;
    [[nodiscard]] virtual QCoro::Task<Jobs> changePrintJob(std::int64_t number, sync::PrintJob::State state,
                                                           int tries) = 0;
    [[nodiscard]] virtual QCoro::Task<Jobs> removePrintJob(std::int64_t number) = 0;
    [[nodiscard]] virtual QCoro::Task<Jobs> removePrintJobs() = 0;
};

/// What a program prints with; where it prints nothing, null. What is given outlives the presenters.
struct PrintParts {
    PrintDesk *desk = nullptr;
    sync::Printer *printer = nullptr;
    documents::PageDrawing drawing;
};

} // namespace crema
