// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_desk.h"

namespace crema {

/// Says when somebody else works at this device, or nobody: what one of them typed is nothing for the next. The desk
/// outlives it.
class PersonWatch final : public QObject
{
    Q_OBJECT

public:
    explicit PersonWatch(TillDesk &desk, QObject *parent = nullptr);

Q_SIGNALS:
    void personChanged();

private:
    [[nodiscard]] std::optional<PersonId> personHere() const;
    void follow();

    TillDesk &m_desk;
    std::optional<PersonId> m_person;
};

} // namespace crema
