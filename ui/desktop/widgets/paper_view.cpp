// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/widgets/paper_view.h"

#include "ui/desktop/theme/theme.h"

#include <QFontDatabase>
#include <QScrollBar>

namespace crema::desktop {

PaperView::PaperView(const Theme &theme, const QString &objectName, const QString &label, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(label);
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(theme.scaled(13));
    setFont(fixed);
    setMinimumHeight(theme.scaled(160));
}

void PaperView::showPaper(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    verticalScrollBar()->setValue(0);
}

} // namespace crema::desktop
