// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace crema {
class PalettePresenter;
}

namespace crema::desktop {

class PaletteDelegate;
class PaletteModel;
class Theme;

/// The command palette over a dimmed window: one field, the rows below it, keys all the way (ux.md 2.4). The focus
/// goes back to where it was.
class PaletteOverlay final : public QWidget
{
    Q_OBJECT

public:
    /// `window` owns it.
    PaletteOverlay(const Theme &theme, PalettePresenter &presenter, QWidget &window);

    void open();
    void close();
    /// A scan while the palette is open: looks the code up.
    void takeScan(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool) override { return true; } // the keyboard stays in the palette

private:
    void showRows();
    void place();
    void choose(int row);
    void step(int rows);
    [[nodiscard]] bool keyPressed(int key);

    const Theme &m_theme;
    PalettePresenter &m_presenter;
    QFrame *m_panel;
    QLineEdit *m_field;
    PaletteModel *m_model;
    QListView *m_list;
    QLabel *m_hints;
    QPointer<QWidget> m_focusBefore;
    bool m_moved = false; ///< the person chose a row by key; new rows keep it where it is
};

} // namespace crema::desktop
