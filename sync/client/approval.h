// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/money.h"
#include "models/people/person.h"

namespace crema::sync {

/// What is asked for before somebody practises at the till, where the type of an operation would stand.
inline constexpr QStringView trainingBegin = u"training.begin";

/// What the person who is signed in may not do by themselves, and others of this till may approve (ADR 033).
struct ApprovalRequest {
    QString operationType;
    std::int32_t discount = 0; ///< of a sale that takes off more than they may, in ten-thousandths; else 0
    PersonId asking;
    QString askingName;
    QList<Person> approvers;                    ///< by name, at least one; each has a PIN
    std::int64_t difference = 0;                ///< of a count that is further off than they may accept; else 0
    bool isReturn = false;                      ///< the sale takes something back
    std::optional<Money> refund = std::nullopt; ///< of one that pays back more than they may; else nothing

    friend bool operator==(const ApprovalRequest &, const ApprovalRequest &) = default;
};

/// The caller shows who is asked for their PIN; see Client::offerApproval().
class [[nodiscard]] ApprovalOffer
{
public:
    explicit ApprovalOffer(bool &stands) : m_stands(stands) { m_stands = true; }
    ~ApprovalOffer() { m_stands = false; }
    Q_DISABLE_COPY_MOVE(ApprovalOffer)

private:
    bool &m_stands;
};

/// What somebody approved by their PIN: one recording of one person.
struct Approval {
    PersonId approver;
    PersonId asking;
};

} // namespace crema::sync
