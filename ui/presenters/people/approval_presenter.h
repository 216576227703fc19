// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/lock_presenter.h"

namespace crema {

/// Asks somebody else for their PIN for what the person at the device may not do (ADR 033): what is wanted, who may
/// approve it, the digits. The cart stays, and so does whoever is signed in. The desk outlives it.
class ApprovalPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit ApprovalPresenter(ShopDesk &desk, QObject *parent = nullptr);
    /// Nobody approves any more.
    ~ApprovalPresenter() override;

    /// From now on it is asked; call once, after connecting the signals.
    void start();

    /// Whether something waits for a PIN: nothing else is seen, pressed or scanned meanwhile.
    [[nodiscard]] bool isAsking() const { return m_request.has_value(); }
    /// What the person at the device wants: "Jonas Brandt wants to close the shift."; empty when nothing is asked.
    [[nodiscard]] QString wantedText() const;
    /// Those who may approve it, by name; each has a PIN.
    [[nodiscard]] const QList<LockPerson> &approvers() const { return m_approvers; }
    [[nodiscard]] int selected() const { return m_selected; }
    /// How many digits are typed. The digits themselves are never shown.
    [[nodiscard]] int pinLength() const { return static_cast<int>(m_pin.size()); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What went wrong at the last attempt; nothing when there is nothing to say.
    [[nodiscard]] const std::optional<TillMessage> &message() const { return m_message; }

    void select(int row);
    void typeDigit(int digit);
    void eraseDigit();
    void clearDigits();
    /// Tries the typed PIN of the selected person.
    void submit();
    /// It ends as refused; what was begun stays as it is.
    void cancel();

Q_SIGNALS:
    /// isAsking() is another now.
    void askingChanged();
    /// People, selection, digits, message or busy.
    void changed();
    /// A wrong PIN: screens give the low tones.
    void refused();

private:
    using Self = QPointer<ApprovalPresenter>;

    void ask(const sync::ApprovalRequest &request);
    void followDesk();
    void end();
    void answered(const Result<void> &approved);
    static QCoro::Task<> tryPin(Self self, std::stop_token stop, PersonId approver, QString pin);

    ShopDesk &m_desk;
    std::stop_source m_stop;
    std::optional<sync::ApprovalRequest> m_request;
    QList<LockPerson> m_approvers;
    int m_selected = -1;
    QString m_pin;
    bool m_busy = false;
    std::optional<TillMessage> m_message;
    std::int64_t m_messageNumber = 0;
};

} // namespace crema
