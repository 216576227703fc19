// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_texts.h"
#include "ui/presenters/till/till_view.h"

#include <QCoroTask>

#include <QLocale>
#include <QPointer>

#include <stop_token>

namespace crema {

/// What was made here and not sent, written to an encrypted file and taken over from one, so that it need not be lost
/// with a device (sync.md rule 30). Desk and clock outlive it.
class UnsentPresenter final : public QObject
{
    Q_OBJECT

public:
    UnsentPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~UnsentPresenter() override;

    /// Ids: unsent.export, unsent.import. They only ask for what is needed: exportWanted(), importWanted().
    [[nodiscard]] ActionList &actions() { return m_actions; }
    /// How much is unsent, and whether all of it is in a file as well.
    [[nodiscard]] const QString &sentence() const { return m_sentence; }
    /// How the last one went; nothing when there is nothing to say.
    [[nodiscard]] const std::optional<TillMessage> &message() const { return m_message; }

    /// What is wrong with a passphrase for a new file and with its repetition; empty when it can be taken.
    [[nodiscard]] static QString passphraseProblem(const QString &passphrase);
    [[nodiscard]] static QString repetitionProblem(const QString &passphrase, const QString &again);
    /// "crema-unsent-2026-11-20.crema"
    [[nodiscard]] QString proposedName() const;

    /// Writes the file; while one is written or read, another call does nothing.
    void exportTo(const QString &path, const QString &passphrase);
    void importFrom(const QString &path, const QString &passphrase);

Q_SIGNALS:
    /// Something of the above is different now.
    void changed();
    /// Ask for a new passphrase twice and for a file, then call exportTo().
    void exportWanted();
    /// Ask for the passphrase and the file, then call importFrom().
    void importWanted();

private:
    using Self = QPointer<UnsentPresenter>;

    static QCoro::Task<> write(Self self, std::stop_token stop, QString path, QString passphrase);
    static QCoro::Task<> take(Self self, std::stop_token stop, QString path, QString passphrase);
    void refresh();
    void begin();
    void end(Tone tone, const QString &text, const QString &hint);
    void end(const Problem &problem) { end(Tone::Error, problem.message, problem.hint); }
    [[nodiscard]] QString writtenText(const sync::UnsentSummary &summary, const QString &path) const;
    [[nodiscard]] QString takenText(const sync::UnsentSummary &summary) const;

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    TillTexts m_texts;
    ActionList m_actions;
    std::stop_source m_stop;
    QString m_sentence;
    std::optional<TillMessage> m_message;
    std::int64_t m_messageNumber = 0;
    bool m_isBusy = false;
};

} // namespace crema
