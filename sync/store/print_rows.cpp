// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/print_rows.h"

namespace crema::sync {

namespace {

constexpr int waiting = 0;
constexpr int unclear = 1;

int numberOf(PrintJob::State state)
{
    return state == PrintJob::State::Unclear ? unclear : waiting;
}

} // namespace

int PrintRows::countPrint(const QUuid &sale)
{
    m_database.run("count_print", {sale});
    return m_database.value("read_print_count", {sale}).toInt();
}

void PrintRows::add(const PrintJob &job)
{
    // A null array would be bound as NULL.
    const QByteArray kick = job.kick.isNull() ? QByteArray("") : job.kick;
    m_database.run("add_print_job",
                   {job.title, job.bytes, kick, numberOf(job.state), job.tries, job.madeAt.msSinceEpoch()});
    m_database.run("delete_old_print_jobs", {mostPrintJobs});
}

QList<PrintJob> PrintRows::all()
{
    QList<PrintJob> jobs;
    Rows rows = m_database.query("list_print_jobs");
    while (rows.next()) {
        PrintJob job;
        job.number = rows.integer(0);
        job.title = rows.text(1);
        job.bytes = rows.bytes(2);
        job.kick = rows.bytes(3);
        job.state = rows.integer(4) == unclear ? PrintJob::State::Unclear : PrintJob::State::Waiting;
        job.tries = static_cast<int>(rows.integer(5));
        job.madeAt = UtcTime(rows.integer(6));
        jobs.append(job);
    }
    return jobs;
}

void PrintRows::change(std::int64_t number, PrintJob::State state, int tries)
{
    m_database.run("change_print_job", {numberOf(state), tries, qint64(number)});
}

void PrintRows::remove(std::int64_t number)
{
    m_database.run("delete_print_job", {qint64(number)});
}

void PrintRows::removeAll()
{
    m_database.run("delete_print_jobs");
}

} // namespace crema::sync
