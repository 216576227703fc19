// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/store_door.h"

#include "app/handover/visitor.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace crema::handover {
namespace {

using namespace Qt::StringLiterals;

constexpr int backlog = 512;

} // namespace

StoreDoor::StoreDoor(const Card &own, Clock &clock, Run run, QObject *parent)
    : QObject(parent), m_own(own), m_clock(clock), m_run(std::move(run))
{
    m_server.setListenBacklogSize(backlog);
    connect(&m_server, &QLocalServer::newConnection, this, &StoreDoor::meet);
}

StoreDoor::~StoreDoor()
{
    m_server.close();
}

Result<void> StoreDoor::open(const QString &path)
{
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return failure(ProblemKind::Failed, u"handover.folder"_s,
                       tr("Other programs cannot reach the store that is open here: %1.").arg(m_server.errorString()),
                       tr("Commands that change something work once this program is closed."));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

void StoreDoor::meet()
{
    while (std::unique_ptr<QLocalSocket> socket{m_server.nextPendingConnection()}) {
        socket->setParent(nullptr);
        if (!isSamePerson(*socket))
            continue;
        if (m_visitors.size() >= mostVisitors) {
            socket->write(encoded(FrameKind::Refused));
            socket->flush();
            continue;
        }
        auto visitor = std::make_unique<Visitor>(std::move(socket), m_own, m_clock, m_run);
        connect(visitor.get(), &Visitor::gone, this, [this, leaving = visitor.get()] { forget(leaving); });
        m_visitors.push_back(std::move(visitor));
    }
}

void StoreDoor::forget(Visitor *visitor)
{
    const auto at = std::ranges::find(m_visitors, visitor, &std::unique_ptr<Visitor>::get);
    if (at == m_visitors.end())
        return;
    // Not from inside a signal of the visitor itself.
    at->release()->deleteLater();
    m_visitors.erase(at);
}

} // namespace crema::handover
