// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/till/till_view.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace crema::desktop {

class Theme;

/// The line under a table: how many rows, what they sum up to, and how old they are.
class DataTableFooter final : public QFrame
{
    Q_OBJECT

public:
    DataTableFooter(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// "42 orders", "3 of 42 selected".
    void setCount(const QString &text);
    /// Named sums of all rows or of the selected ones.
    void setSums(const QList<AmountRow> &sums);
    /// At the trailing end: "As of 10:42"; empty for none.
    void setAside(const QString &text);

private:
    const Theme &m_theme;
    QLabel *m_count;
    QHBoxLayout *m_sums;
    QLabel *m_aside;
    QList<AmountRow> m_shown;
};

} // namespace crema::desktop
