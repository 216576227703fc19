// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"
#include "ui/presenters/till/till_view.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace crema {

/// Sets a password by a code that is mailed: for who lost theirs, and for who was invited and has none yet (ADR 035).
/// Nothing that is typed stays here. The desk outlives it.
class PasswordCodePresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PasswordCodePresenter(ShopDesk &desk, QObject *parent = nullptr);
    ~PasswordCodePresenter() override;

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// What came of the last attempt; nothing when there is nothing to say.
    [[nodiscard]] const std::optional<TillMessage> &message() const { return m_message; }

    /// Mails a code to this address, if somebody has it.
    void ask(const QString &mail);
    void set(const QString &mail, const QString &code, const QString &password);
    /// Forgets what came of the last attempt, and what comes of one that is not answered: whoever turns away from it is
    /// not signed in by it later.
    void clear();

Q_SIGNALS:
    void changed();
    /// A code is on its way, if somebody has the address.
    void asked();
    /// The code does not fit: it is typed again. Comes before changed().
    void codeRefused();
    /// The password is set: they may sign in with it.
    void done(const QString &mail, const QString &password);

private:
    using Self = QPointer<PasswordCodePresenter>;

    void say(Tone tone, const QString &text, const QString &hint);
    [[nodiscard]] bool begin(bool isComplete, const QString &missing);

    static QCoro::Task<> askPlatform(Self self, std::stop_token stop, QString mail);
    static QCoro::Task<> setAtPlatform(Self self, std::stop_token stop, QString mail, QString code, QString password);

    ShopDesk &m_desk;
    std::stop_source m_stop;
    bool m_isBusy = false;
    std::optional<TillMessage> m_message;
    std::int64_t m_messageNumber = 0;
};

} // namespace crema
