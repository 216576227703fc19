// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/printing/client_print_desk.h"

#include "sync/client/client.h"

namespace crema {

QCoro::Task<Result<int>> ClientPrintDesk::countPrint(SaleId sale)
{
    return m_client.countPrint(sale);
}

QCoro::Task<PrintDesk::Jobs> ClientPrintDesk::addPrintJob(sync::PrintJob job)
{
    return m_client.addPrintJob(std::move(job));
}

QCoro::Task<PrintDesk::Jobs> ClientPrintDesk::printJobs()
{
    return m_client.printJobs();
}

QCoro::Task<PrintDesk::Jobs> ClientPrintDesk::changePrintJob(std::int64_t number, sync::PrintJob::State state,
                                                             int tries)
{
    return m_client.changePrintJob(number, state, tries);
}

QCoro::Task<PrintDesk::Jobs> ClientPrintDesk::removePrintJob(std::int64_t number)
{
    return m_client.removePrintJob(number);
}

QCoro::Task<PrintDesk::Jobs> ClientPrintDesk::removePrintJobs()
{
    return m_client.removePrintJobs();
}

} // namespace crema
