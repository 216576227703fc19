// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/client_private.h"
#include "sync/store/print_rows.h"

namespace crema::sync {

namespace {

/// Work on the rows of printing in a transaction of its own: never in that of a sale, which does not wait for paper.
template<class Work>
auto printing(Work work)
{
    return [work](LocalStore &local) {
        return local.write([&] {
            PrintRows rows(local.database());
            return work(rows);
        });
    };
}

} // namespace

QCoro::Task<Result<int>> Client::countPrint(SaleId sale)
{
    return Private::read(d, printing([sale](PrintRows &rows) -> Result<int> { return rows.countPrint(sale.value()); }));
}

QCoro::Task<Result<QList<PrintJob>>> Client::addPrintJob(PrintJob job)
{
    return Private::read(d, printing([job](PrintRows &rows) -> Result<QList<PrintJob>> {
                             rows.add(job);
                             return rows.all();
                         }));
}

QCoro::Task<Result<QList<PrintJob>>> Client::printJobs()
{
    return Private::read(d, [](LocalStore &local) {
        return local.read([&]() -> Result<QList<PrintJob>> { return PrintRows(local.database()).all(); });
    });
}

QCoro::Task<Result<QList<PrintJob>>> Client::changePrintJob(std::int64_t number, PrintJob::State state, int tries)
{
    return Private::read(d, printing([=](PrintRows &rows) -> Result<QList<PrintJob>> {
                             rows.change(number, state, tries);
                             return rows.all();
                         }));
}

QCoro::Task<Result<QList<PrintJob>>> Client::removePrintJob(std::int64_t number)
{
    return Private::read(d, printing([number](PrintRows &rows) -> Result<QList<PrintJob>> {
                             rows.remove(number);
                             return rows.all();
                         }));
}

QCoro::Task<Result<QList<PrintJob>>> Client::removePrintJobs()
{
    return Private::read(d, printing([](PrintRows &rows) -> Result<QList<PrintJob>> {
                             rows.removeAll();
                             return rows.all();
                         }));
}

} // namespace crema::sync
