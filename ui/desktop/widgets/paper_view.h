// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace crema::desktop {

class Theme;

/// A paper as it is printed, to be read: letters of equal width, in as many columns as the paper has.
class PaperView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int columns = 42;

    /// `label` names it for screen readers.
    PaperView(const Theme &theme, const QString &objectName, const QString &label, QWidget *parent = nullptr);

    void showPaper(const QString &text);
};

} // namespace crema::desktop
