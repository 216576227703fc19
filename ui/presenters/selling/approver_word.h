// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

#include <QPointer>

namespace crema::presenters {

/// Who approves what somebody else may not do alone, and their PIN (ADR 033).
struct ApproverWord {
    QString who; ///< name or e-mail, in whatever letters
    QString pin;
};

/// While it lives, what is refused for a right that the approver has is approved with their PIN; of anybody else it is
/// refused. Client outlives it.
class GivenApproval : public QObject
{
    Q_OBJECT

public:
    GivenApproval(sync::Client &client, std::optional<ApproverWord> approver);

    /// Calls what may need the approval, and offers it for that.
    template<class Call>
    auto of(Call call)
    {
        if (!m_approver)
            return call();
        const auto offer = m_client.offerApproval();
        return call();
    }
    /// The answer of the call; where the PIN was not taken, why.
    template<class Value>
    [[nodiscard]] Result<Value> told(Result<Value> answer) const
    {
        return answer || !m_refusal ? answer : Result<Value>(failure(*m_refusal));
    }

private:
    void answer(const sync::ApprovalRequest &request);
    static QCoro::Task<> approve(QPointer<GivenApproval> self, PersonId person, QString pin);

    sync::Client &m_client;
    std::optional<ApproverWord> m_approver;
    std::optional<Problem> m_refusal;
};

} // namespace crema::presenters
