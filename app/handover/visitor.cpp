// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/visitor.h"

namespace crema::handover {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostOfGreeting = 4 * 1024;
/// Above what the system lets a command line hold.
constexpr qsizetype mostOfVerb = 8 * 1024 * 1024;
constexpr qint64 mostAtOnce = 64 * 1024;

} // namespace

Visitor::Visitor(std::unique_ptr<QLocalSocket> socket, const Card &own, Clock &clock, const StoreDoor::Run &run)
    : m_socket(std::move(socket)), m_own(own), m_clock(clock), m_run(run)
{
    // Bytes that nobody asked for stay with the system, which makes their sender wait.
    m_socket->setReadBufferSize(mostAtOnce);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &Visitor::read);
    connect(
        m_socket.get(), &QLocalSocket::disconnected, this,
        [this] {
            if (m_visit)
                m_visit->stop();
            m_timer.reset();
            Q_EMIT gone();
        },
        Qt::QueuedConnection);
    waitAtMost(StoreDoor::mannersMs);
    // What came before the connection was taken says nothing any more.
    QMetaObject::invokeMethod(this, &Visitor::read, Qt::QueuedConnection);
}

void Visitor::waitAtMost(std::int64_t ms)
{
    m_timer = m_clock.after(ms, [this] { m_socket->abort(); });
}

void Visitor::read()
{
    while (m_step != Step::Ended && m_socket->bytesAvailable() > 0) {
        m_reader.append(m_socket->read(mostAtOnce));
        const qsizetype most = m_step == Step::Greeting ? mostOfGreeting : mostOfVerb;
        while (const std::optional<Frame> frame = m_reader.next(most))
            take(*frame);
        if (m_reader.isBroken())
            m_socket->abort();
    }
}

void Visitor::take(const Frame &frame)
{
    if (m_step == Step::Greeting && frame.kind == FrameKind::Hello)
        greet(frame);
    else if (m_step == Step::Asking && frame.kind == FrameKind::Verb)
        begin(frame);
    else if (m_step == Step::Running && frame.kind == FrameKind::Stop)
        m_visit->stop();
    else
        m_socket->abort();
}

void Visitor::greet(const Frame &frame)
{
    const std::optional<Card> card = cardFromJson(frame.json());
    if (!card) {
        m_socket->abort();
        return;
    }
    m_socket->write(encoded(FrameKind::Welcome, toJson(m_own)));
    m_step = Step::Asking;
    waitAtMost(StoreDoor::mannersMs);
}

void Visitor::begin(const Frame &frame)
{
    const auto verb = command::handedVerbFromJson(frame.json());
    if (!verb) {
        end(encoded(FrameKind::Refused));
        return;
    }
    m_step = Step::Running;
    m_visit = std::make_shared<Visit>(*verb, m_socket.get());
    sayAlive();
    [[maybe_unused]] const QCoro::Task<> task = play(this, m_visit, m_run);
}

void Visitor::sayAlive()
{
    m_socket->write(encoded(FrameKind::Alive));
    m_timer = m_clock.after(StoreDoor::aliveMs, [this] { sayAlive(); });
}

QCoro::Task<> Visitor::play(QPointer<Visitor> self, std::shared_ptr<Visit> visit, StoreDoor::Run run)
{
    const int exitCode = co_await run(visit);
    if (self)
        self->end(encoded(FrameKind::Done, QJsonObject{{u"exit"_s, exitCode}}));
}

void Visitor::end(const QByteArray &lastFrame)
{
    if (m_step == Step::Ended)
        return;
    m_step = Step::Ended;
    m_socket->write(lastFrame);
    // One that does not read its answer is not waited for.
    waitAtMost(StoreDoor::mannersMs);
    m_socket->disconnectFromServer();
}

} // namespace crema::handover
