// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/store_call.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace crema::handover {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostOfAnswer = 1024 * 1024;
constexpr int mostExitCode = 255;

const QString nobody = u"handover.nobody"_s;
const QString silent = u"store.holder_silent"_s;

Problem gone()
{
    return {ProblemKind::Unavailable,
            nobody,
            StoreCall::tr("The program that holds the local store does not take commands."),
            StoreCall::tr("Close that program, or choose another store with CREMA_STORE."),
            {}};
}

Problem hangs()
{
    return {ProblemKind::Unavailable,
            silent,
            StoreCall::tr("The program that holds the local store does not answer; nothing was done."),
            StoreCall::tr("Look whether it waits for something, or end it; then run the command again."),
            {}};
}

Problem otherVersion(const Card &holder, const Card &own)
{
    return {ProblemKind::Conflict,
            u"store.holder_version"_s,
            StoreCall::tr("The local store is held by %1 (%2) of version %3, and this is version %4.")
                .arg(holder.program)
                .arg(holder.process)
                .arg(holder.version, own.version),
            StoreCall::tr("Close that program and start it again; then run the command again."),
            {}};
}

/// Said instead of 'failed': a sale may have been rung up (sync.md rule 6).
Problem unknownEnd(const Problem &why, const Card &holder)
{
    const bool hung = why.code == silent;
    return {ProblemKind::Unavailable,
            u"store.unknown"_s,
            hung ? StoreCall::tr("%1 (%2) took the command and stopped answering. It is not known whether it was done.")
                       .arg(holder.program)
                       .arg(holder.process)
                 : StoreCall::tr("%1 (%2) took the command and ended before it answered. It is not known whether it "
                                 "was done.")
                       .arg(holder.program)
                       .arg(holder.process),
            StoreCall::tr("Look whether it is there, with \"crema sync list\", before you run it again."),
            {}};
}

Problem refusedToBegin()
{
    return {ProblemKind::Unavailable, command::notBegun, gone().message, gone().hint, {}};
}

} // namespace

StoreCall::StoreCall(Clock &clock) : m_clock(clock)
{
    connect(&m_socket, &QLocalSocket::readyRead, this, &StoreCall::look);
    connect(&m_socket, &QLocalSocket::disconnected, this, &StoreCall::look, Qt::QueuedConnection);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &StoreCall::look, Qt::QueuedConnection);
}

QFuture<Result<Frame>> StoreCall::next(std::int64_t withinMs)
{
    m_waiting.emplace();
    m_waiting->start();
    QFuture<Result<Frame>> future = m_waiting->future();
    m_deadline = m_clock.after(withinMs, [this] { answer(failure(hangs())); });
    look();
    return future;
}

void StoreCall::look()
{
    if (!m_waiting)
        return;
    if (m_socket.isOpen())
        m_reader.append(m_socket.readAll());
    if (std::optional<Frame> frame = m_reader.next(mostOfAnswer))
        answer(*std::move(frame));
    else if (m_reader.isBroken() || m_socket.state() == QLocalSocket::UnconnectedState)
        answer(failure(gone()));
}

void StoreCall::answer(Result<Frame> frame)
{
    if (!m_waiting)
        return;
    QPromise<Result<Frame>> promise = *std::move(m_waiting);
    m_waiting.reset();
    m_deadline.reset();
    promise.addResult(std::move(frame));
    promise.finish();
}

QCoro::Task<Result<std::shared_ptr<StoreCall>>> StoreCall::greet(QString path, Card own, Clock &clock)
{
    const std::shared_ptr<StoreCall> self(new StoreCall(clock));
    StoreCall *call = self.get();
    const QByteArray hello = encoded(FrameKind::Hello, toJson(own));
    connect(&call->m_socket, &QLocalSocket::connected, call, [call, hello] {
        if (isSamePerson(call->m_socket))
            call->m_socket.write(hello);
        else
            call->m_socket.abort();
    });
    call->m_socket.connectToServer(path);
    const QFuture<Result<Frame>> greeting = call->next(greetingMs);
    const Result<Frame> frame = co_await greeting;
    if (!frame)
        co_return failure(frame.error());
    const std::optional<Card> holder =
        frame->kind == FrameKind::Welcome ? cardFromJson(frame->json()) : std::optional<Card>();
    if (!holder)
        co_return failure(gone());
    if (!holder->fits(own))
        co_return failure(otherVersion(*holder, own));
    self->m_holder = *holder;
    co_return self;
}

QCoro::Task<Result<int>> StoreCall::run(std::shared_ptr<StoreCall> self, command::HandedVerb verb,
                                        command::CommandEnvironment &environment)
{
    // One that ended since its greeting was never asked.
    if (self->m_socket.state() != QLocalSocket::ConnectedState)
        co_return failure(refusedToBegin());
    self->m_socket.write(encoded(FrameKind::Verb, command::toJson(verb)));
    bool stopSaid = false;
    while (true) {
        const QFuture<Result<Frame>> waiting = self->next(silenceMs);
        const Result<Frame> frame = co_await waiting;
        if (!frame)
            co_return failure(unknownEnd(frame.error(), self->m_holder));
        if (frame->kind == FrameKind::Out)
            environment.writeOut(frame->bytes);
        if (frame->kind == FrameKind::Error)
            environment.writeError(frame->bytes);
        if (frame->kind == FrameKind::Refused)
            co_return failure(refusedToBegin());
        if (frame->kind == FrameKind::Done)
            co_return std::clamp(frame->json().value(u"exit"_s).toInt(1), 0, mostExitCode);
        if (!stopSaid && environment.stopRequested()) {
            self->m_socket.write(encoded(FrameKind::Stop));
            stopSaid = true;
        }
    }
}

} // namespace crema::handover
