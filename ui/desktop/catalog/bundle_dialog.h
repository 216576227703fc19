// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace crema {
class BundleEditor;
}

namespace crema::desktop {

class Theme;
class TouchButton;

/// Puts a bundle together: its parts with their quantities, what they cost one by one beside its price, and products to
/// add by name or code, a scanned one too. Not modal to the program's events: open it with open(). The editor outlives
/// it.
class BundleDialog final : public QDialog
{
    Q_OBJECT

public:
    BundleDialog(const Theme &theme, BundleEditor &editor, QWidget *window);

private:
    void showAll();
    void showRows();
    void showHits();
    [[nodiscard]] bool isMadeAnew(const QWidget *widget) const;
    void restoreFocus(const QString &name);
    [[nodiscard]] QWidget *makeRow(int row);
    [[nodiscard]] TouchButton *makeButton(const QString &name, const QString &icon, const QString &spoken);
    [[nodiscard]] TouchButton *makeEnd(const QString &name, const QString &text);

    const Theme &m_theme;
    BundleEditor &m_editor;
    QLineEdit *m_search;
    QVBoxLayout *m_hits;
    QVBoxLayout *m_rows;
    QLabel *m_none;
    QLabel *m_sum;
    QLabel *m_problem;
    TouchButton *m_save = nullptr;
};

} // namespace crema::desktop
