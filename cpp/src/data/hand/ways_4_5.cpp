// SPDX-License-Identifier: MIT
// 4 and 5: the knots of each way in the order in which the pen passes them.
#include "data/hand/ways.h"

namespace mlp {
namespace {

constexpr Join C = Join::kCorner;
constexpr Join L = Join::kLift;

constexpr Knot k4Open[] = {{12, 2},     {8, 26}, {5, 50, C}, {28, 54},
                           {58, 50, L}, {52, 0}, {48, 50},   {44, 100}};
constexpr Knot k4OpenRound[] = {{12, 2},     {6, 30}, {8, 48},  {28, 54},
                                {54, 48, L}, {52, 4}, {48, 50}, {44, 100}};
constexpr Knot k4ShortUpright[] = {{14, 4},     {10, 32}, {4, 62, C}, {30, 62},
                                   {64, 58, L}, {46, 30}, {42, 64},   {38, 100}};
constexpr Knot k4OneStroke[] = {{12, 2},  {6, 34},    {12, 50}, {32, 50},
                                {48, 30}, {54, 4, C}, {48, 50}, {42, 100}};
constexpr Knot k4LowBar[] = {{10, 8},     {6, 40}, {2, 66, C}, {30, 68},
                             {66, 62, L}, {56, 0}, {46, 52},   {38, 100}};
constexpr Knot k4Peak[] = {{34, 0},     {18, 22}, {4, 48, C}, {30, 52},
                           {62, 48, L}, {50, 18}, {46, 56},   {42, 100}};
constexpr Knot k4Shallow[] = {{6, 6},      {2, 30}, {10, 42}, {34, 40},
                              {56, 30, L}, {58, 2}, {52, 46}, {44, 100}};
constexpr Knot k4ClosedOneStroke[] = {{62, 60},   {32, 63}, {4, 64, C}, {24, 34},
                                      {46, 0, C}, {45, 50}, {42, 100}};
constexpr Knot k4Closed[] = {{44, 0},     {24, 34}, {3, 64, C}, {32, 64},
                             {62, 62, L}, {44, 2},  {44, 50},   {43, 100}};
constexpr Knot k4ClosedWide[] = {{40, 0},     {20, 40}, {-6, 74, C}, {34, 74},
                                 {74, 72, L}, {41, 2},  {41, 50},    {41, 104}};
constexpr Knot k4Uncrossed[] = {{42, 0},     {20, 28}, {4, 52, C}, {26, 54},
                                {44, 50, L}, {43, 0},  {42, 50},   {40, 100}};
constexpr Knot k4UncrossedWide[] = {{46, 4},     {18, 30}, {-4, 60, C}, {24, 60},
                                    {48, 54, L}, {48, 2},  {44, 50},    {38, 102}};
constexpr Knot k4Lightning[] = {{30, 0},     {16, 30}, {2, 62, C}, {28, 64},
                                {58, 60, L}, {40, 34}, {38, 66},   {34, 100}};
constexpr Knot k4LightningWide[] = {{44, 0},     {22, 40}, {-2, 80, C}, {30, 79},
                                    {62, 72, L}, {47, 56}, {44, 78},    {41, 102}};
constexpr Knot k4Bend[] = {{24, 0},     {14, 30}, {4, 58},  {10, 68}, {30, 66},
                           {52, 60, L}, {40, 40}, {38, 70}, {34, 100}};
constexpr Knot k4BendWide[] = {{44, 0},     {26, 30}, {4, 62},  {4, 80},  {28, 80},
                               {60, 70, L}, {46, 50}, {43, 74}, {37, 102}};
constexpr Knot k4Round[] = {{38, 0},     {16, 26}, {4, 54},  {8, 68},  {28, 70},
                            {60, 66, L}, {42, 4},  {41, 50}, {40, 100}};
constexpr Knot k4RoundLow[] = {{46, -2},    {14, 26}, {-6, 62}, {0, 80},  {26, 84},
                               {70, 80, L}, {46, 10}, {43, 54}, {40, 104}};
constexpr Way k4[] = {
    {"open", 4, 1, k4Open},
    {"open, round", 3, 0.7F, k4OpenRound},
    {"closed", 1.5F, 1.5F, k4Closed, k4ClosedWide},
    {"short upright", 1.5F, 2, k4ShortUpright},
    {"one stroke", 1.2F, 1, k4OneStroke},
    {"low bar", 1, 1, k4LowBar},
    {"peak", 1, 0.7F, k4Peak},
    {"shallow", 0.7F, 0.5F, k4Shallow},
    {"closed, one stroke", 0.7F, 2, k4ClosedOneStroke},
    {"closed, uncrossed", 0.1F, 1, k4Uncrossed, k4UncrossedWide},
    {"lightning", 0.2F, 3, k4Lightning, k4LightningWide},
    {"round", 0.1F, 2, k4Round, k4RoundLow},
    {"bend", 0.2F, 2, k4Bend, k4BendWide},
};
static_assert(are_sound(k4));

constexpr Knot k5TwoStrokes[] = {{16, 4},  {12, 24},  {10, 44, C}, {30, 38}, {48, 48}, {51, 72},
                                 {38, 94}, {18, 100}, {2, 90, L},  {16, 4},  {38, 2},  {60, 0}};
constexpr Knot k5OneStroke[] = {{60, 2},  {38, 3},  {18, 5, C}, {14, 24},  {11, 43, C}, {31, 38},
                                {49, 50}, {50, 74}, {36, 96},   {16, 100}, {0, 90}};
constexpr Knot k5Smooth[] = {{58, 0},  {36, 2},  {18, 8},  {12, 28},  {18, 42},
                             {36, 50}, {46, 68}, {38, 92}, {18, 100}, {0, 92}};
constexpr Knot k5Apart[] = {{14, 10}, {12, 28},  {12, 44, C}, {30, 42}, {46, 52}, {48, 74},
                            {36, 94}, {16, 100}, {2, 92, L},  {22, 4},  {42, 1},  {64, -4}};
constexpr Knot k5SmallBelly[] = {{24, 10}, {18, 34},    {14, 52, C}, {30, 50}, {42, 64}, {36, 86},
                                 {18, 98}, {-6, 98, L}, {24, 10},    {46, 8},  {76, 0}};
constexpr Knot k5LongBar[] = {{84, 2},  {54, 6},  {30, 12, C}, {22, 30}, {16, 48, C},
                              {34, 46}, {46, 60}, {42, 82},    {24, 98}, {0, 94}};
constexpr Knot k5Curl[] = {{56, 2},  {34, 2},  {18, 6, C}, {14, 26}, {10, 42, C}, {30, 36},
                           {50, 52}, {50, 78}, {34, 98},   {10, 96}, {0, 78}};
constexpr Knot k5BigBelly[] = {{10, 2},  {6, 20},   {6, 34, C},  {32, 28}, {56, 44}, {60, 72},
                               {42, 96}, {18, 100}, {-2, 88, L}, {10, 2},  {34, 0},  {56, -2}};
constexpr Knot k5Slanted[] = {{72, 0},  {50, 2},  {30, 8},  {20, 28}, {30, 42},
                              {44, 58}, {40, 82}, {22, 98}, {0, 92}};
constexpr Knot k5S[] = {{52, 6},  {34, 0},  {16, 10},  {14, 30}, {32, 46},
                        {48, 62}, {46, 86}, {26, 100}, {4, 92}};
constexpr Knot k5SWide[] = {{66, 10}, {40, -2}, {14, 8},   {12, 30}, {34, 44},
                            {52, 60}, {48, 88}, {20, 102}, {-10, 88}};
constexpr Knot k5Sharp[] = {{56, 2},  {20, 2, C}, {14, 44, C}, {34, 44},
                            {50, 62}, {40, 92},   {8, 98}};
constexpr Knot k5SharpWide[] = {{68, -2}, {14, 4, C}, {4, 46, C}, {34, 40},
                                {54, 60}, {44, 94},   {-4, 96}};
constexpr Knot k5ClosedBelly[] = {{54, 2},  {34, 2},  {18, 6, C}, {13, 26}, {10, 44, C}, {30, 36},
                                  {50, 54}, {48, 82}, {30, 100},  {8, 92},  {6, 74}};
constexpr Knot k5ClosedBellyFull[] = {{62, -2},   {36, 0},  {16, 6, C}, {10, 26},
                                      {8, 46, C}, {30, 32}, {54, 52},   {54, 84},
                                      {30, 102},  {2, 92},  {8, 60}};
constexpr Way k5[] = {
    {"two strokes", 4, 2, k5TwoStrokes},
    {"one stroke", 3, 1.5F, k5OneStroke},
    {"smooth", 2, 1.5F, k5Smooth},
    {"bar apart", 2, 1.5F, k5Apart},
    {"small belly", 1.5F, 1.5F, k5SmallBelly},
    {"long bar", 1.5F, 0.7F, k5LongBar},
    {"curl", 1.2F, 1, k5Curl},
    {"big belly", 1, 1, k5BigBelly},
    {"slanted", 1, 1, k5Slanted},
    {"closed belly", 0.1F, 1, k5ClosedBelly, k5ClosedBellyFull},
    {"as an S", 0.2F, 1, k5S, k5SWide},
    {"sharp", 0.2F, 1, k5Sharp, k5SharpWide},
};
static_assert(are_sound(k5));

}  // namespace

std::span<const Way> ways_of_4() { return k4; }
std::span<const Way> ways_of_5() { return k5; }

}  // namespace mlp
