// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/area_page.h"

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace crema {
class KeyEditor;
}

namespace crema::desktop {

class Card;
class KeyRowView;
class MessageStrip;
class PageHeader;
class Theme;
class TouchButton;

/// The keys of this device: every action with its keys, to be given others by pressing them. What has the key already
/// and what cannot be one is said at once. The editor outlives it.
class KeysPage final : public AreaPage
{
    Q_OBJECT

public:
    KeysPage(const Theme &theme, KeyEditor &editor, QWidget *parent = nullptr);
    ~KeysPage() override;

    [[nodiscard]] static Area area();
    void setSizeClass(SizeClass size) override;
    void arrive() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeRows();
    void filter(const QString &text);
    void showKeys();
    void listen(bool wanted);
    [[nodiscard]] bool takeKey(class QKeyEvent &event);

    const Theme &m_theme;
    KeyEditor &m_editor;
    PageHeader *m_header;
    TouchButton *m_resetAll;
    MessageStrip *m_message;
    QLineEdit *m_filter;
    QLabel *m_none;
    QVBoxLayout *m_column;
    QScrollArea *m_scroll;
    QList<Card *> m_cards; ///< one for each page, in the order of the table
    QList<KeyRowView *> m_rows;
    bool m_isListening = false;
};

} // namespace crema::desktop
