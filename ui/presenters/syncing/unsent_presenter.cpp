// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/syncing/unsent_presenter.h"

#include "models/security/sealed_text.h"

#include <QFileInfo>

namespace crema {
namespace {

QString sentenceOf(const sync::QueueCounts &queue)
{
    const int unsent = static_cast<int>(queue.unsent());
    const int onlyHere = static_cast<int>(queue.onlyHere());
    if (unsent == 0)
        return UnsentPresenter::tr("Everything that was made here is sent.");
    if (onlyHere == 0)
        return UnsentPresenter::tr("%n changes are not sent yet. They are in a file as well.", nullptr, unsent);
    if (onlyHere == unsent)
        return UnsentPresenter::tr("%n changes are not sent yet. They are only on this device.", nullptr, unsent);
    return UnsentPresenter::tr("%n changes are not sent yet. Of these, %1 are only on this device.", nullptr, unsent)
        .arg(onlyHere);
}

} // namespace

UnsentPresenter::UnsentPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_locale(locale), m_texts(locale)
{
    m_actions.add({QStringLiteral("unsent.export"),
                   tr("Write to a file"),
                   QStringLiteral("export"),
                   ActionCategory::Device,
                   {},
                   {}},
                  [this] { Q_EMIT exportWanted(); });
    m_actions.add({QStringLiteral("unsent.import"),
                   tr("Take over from a file"),
                   QStringLiteral("import"),
                   ActionCategory::Device,
                   {},
                   {}},
                  [this] { Q_EMIT importWanted(); });
    connect(&m_desk, &TillDesk::changed, this, &UnsentPresenter::refresh);
    refresh();
}

UnsentPresenter::~UnsentPresenter()
{
    m_stop.request_stop();
}

void UnsentPresenter::refresh()
{
    const sync::ClientState &state = m_desk.state();
    const QString busy = m_isBusy ? tr("A file is being written or read.") : QString();
    const bool nothing = state.queue.unsent() == 0;
    m_actions.find(u"unsent.export")->setDisabledReason(nothing ? tr("Everything that was made here is sent.") : busy);
    m_actions.find(u"unsent.import")
        ->setDisabledReason(state.enrolled ? busy : tr("Enrol this device first: it cannot send for another yet."));
    m_sentence = sentenceOf(state.queue);
    Q_EMIT changed();
}

QString UnsentPresenter::passphraseProblem(const QString &passphrase)
{
    if (passphrase.size() < minPassphraseLength)
        return tr("At least %n characters.", nullptr, static_cast<int>(minPassphraseLength));
    return {};
}

QString UnsentPresenter::repetitionProblem(const QString &passphrase, const QString &again)
{
    return passphrase == again ? QString() : tr("This is not the same. Type it again.");
}

QString UnsentPresenter::proposedName() const
{
    const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
    return QStringLiteral("crema-unsent-%1.crema").arg(times.dayOf(m_clock.now()).toString(Qt::ISODate));
}

void UnsentPresenter::exportTo(const QString &path, const QString &passphrase)
{
    if (path.isEmpty() || m_isBusy)
        return;
    begin();
    write(this, m_stop.get_token(), path, passphrase);
}

void UnsentPresenter::importFrom(const QString &path, const QString &passphrase)
{
    if (path.isEmpty() || m_isBusy)
        return;
    begin();
    take(this, m_stop.get_token(), path, passphrase);
}

void UnsentPresenter::begin()
{
    m_isBusy = true;
    m_message.reset();
    refresh();
}

void UnsentPresenter::end(Tone tone, const QString &text, const QString &hint)
{
    m_isBusy = false;
    m_message = TillMessage{tone, text, hint, ++m_messageNumber};
    refresh();
}

QCoro::Task<> UnsentPresenter::write(Self self, std::stop_token stop, QString path, QString passphrase)
{
    const Result<sync::UnsentSummary> written = co_await self->m_desk.exportUnsent(path, passphrase);
    if (stop.stop_requested() || !self)
        co_return;
    if (written)
        self->end(Tone::Ok, self->writtenText(*written, path),
                  tr("Any register of the business takes them over with the passphrase."));
    else
        self->end(written.error());
}

QCoro::Task<> UnsentPresenter::take(Self self, std::stop_token stop, QString path, QString passphrase)
{
    const Result<sync::UnsentSummary> taken = co_await self->m_desk.importUnsent(path, passphrase);
    if (stop.stop_requested() || !self)
        co_return;
    if (taken)
        self->end(Tone::Ok, self->takenText(*taken), tr("They are sent from here, each of them once."));
    else
        self->end(taken.error());
}

QString UnsentPresenter::writtenText(const sync::UnsentSummary &summary, const QString &path) const
{
    const int count = static_cast<int>(summary.operations);
    const QString file = QFileInfo(path).fileName();
    if (summary.sales == 0)
        return tr("%n changes are in %1.", "a file", count).arg(file);
    return tr("%n changes are in %1, sales of %2 among them.", "a file, an amount", count)
        .arg(file, m_texts.amount(summary.sold));
}

QString UnsentPresenter::takenText(const sync::UnsentSummary &summary) const
{
    const int added = static_cast<int>(summary.operations - summary.known);
    if (added == 0)
        return tr("All %n changes of this file are here already.", nullptr, static_cast<int>(summary.operations));
    if (summary.known > 0)
        return tr("%n changes are taken over; the others were here already.", nullptr, added);
    if (summary.sales == 0)
        return tr("%n changes are taken over.", nullptr, added);
    return tr("%n changes are taken over, sales of %1 among them.", "an amount", added)
        .arg(m_texts.amount(summary.sold));
}

} // namespace crema
