// SPDX-License-Identifier: GPL-3.0-or-later
// The limit that starts are measured against: the smallest window Qt Widgets can show. Says `ready` after its first
// paint and stays until it is ended.
#include <QApplication>
#include <QLabel>
#include <QPaintEvent>

#include <cstdio>

namespace {

class ReadyLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        std::puts("ready");
        std::fflush(stdout);
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ReadyLabel label(QStringLiteral("Crema"));
    label.resize(640, 480);
    label.show();
    return QApplication::exec();
}
